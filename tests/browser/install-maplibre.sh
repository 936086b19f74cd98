#!/bin/sh
# Put MapLibre GL JS and the validator of its styles into .build/npm for the tests: the versions and
# checksums of package-lock.json. Without npm it is installed first; that needs apt and root or sudo.
set -eu
cd "$(dirname "$0")"
target=../../.build/npm
if cmp -s package-lock.json "$target/installed.json"; then
    exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "no npm and no apt-get: install Node.js and npm by hand for the tests of the map" >&2
        exit 0
    fi
    as_root=""
    if [ "$(id -u)" != 0 ]; then
        as_root="sudo"
    fi
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends \
        nodejs npm >/dev/null
fi
rm -rf "$target"
mkdir -p "$target"
cp package.json package-lock.json "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
cp package-lock.json installed.json
