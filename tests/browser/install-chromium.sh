#!/bin/sh
# Put a Chromium on the machine for the browser tests, and the fonts that pictures are drawn with, where
# they are missing; needs apt and root or sudo.
set -eu
wanted=""
if ! command -v chromium >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then
    wanted="chromium fonts-dejavu-core fonts-noto-core"
elif [ ! -f /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ]; then
    wanted="fonts-dejavu-core"
fi
if [ -z "$wanted" ]; then
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "no apt-get: install $wanted by hand for the tests of pages and pictures" >&2
    exit 0
fi
as_root=""
if [ "$(id -u)" != 0 ]; then
    as_root="sudo"
fi
$as_root apt-get update -qq
# the names are words to be split
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $wanted >/dev/null
