#!/bin/sh
# Put the clients of others that the tests drive (MapLibre GL JS, the validator of its styles, two
# libraries of Web Annotations) into .build/npm: the versions and checksums of package-lock.json. Without
# npm it is installed first; that needs apt and root or sudo.
set -eu
cd "$(dirname "$0")"
target=../../.build/npm
if cmp -s package-lock.json "$target/installed.json" &&
    cmp -s annotation-clients.mjs "$target/annotation-clients.mjs"; then
    exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "no npm and no apt-get: install Node.js and npm by hand for the tests of clients" >&2
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
cp package.json package-lock.json annotation-clients.mjs "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
node_modules/.bin/esbuild annotation-clients.mjs --bundle --format=iife --global-name=clients \
    --define:process.env.NODE_ENV='"production"' --log-level=error --outfile=annotation-clients.js
cp package-lock.json installed.json
