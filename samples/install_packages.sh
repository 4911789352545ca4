#!/bin/sh
# SPDX-License-Identifier: MIT
# install_packages.sh [PACKAGE…]: sees to the Debian packages that flatplot is built from, and to
# those named. Asks apt only for what is missing; with nothing missing it needs neither network nor
# privileges.
set -eu

missing=
for package in gcc libc6-dev make cmake pkg-config libcairo2-dev libpango1.0-dev fonts-dejavu-core \
    libpng-dev libisal-dev libjansson-dev zlib1g-dev libminizip-dev liblua5.4-dev "$@"; do
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "This is not a Debian system. Needed here under its own names:$missing" >&2
    exit 0
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        printf 'Missing packages. Run this as root, then come back:\n  apt-get install%s\n' \
            "$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" </dev/null >"$log" 2>&1; }
# Package lists may be there and be good, or not; only then they are fetched.
if ! apt install --no-install-recommends $missing; then
    apt update && apt install --no-install-recommends $missing || {
        cat "$log" >&2
        exit 1
    }
fi
