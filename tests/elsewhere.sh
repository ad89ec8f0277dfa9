#!/bin/sh
# Run the quick suite with the Python of another release of Debian, or of a system like it, in a root of its own.
#
#   sh tests/elsewhere.sh trixie                                    Python 3.13
#   MIRROR=url KEYRING=file LIKE=gutsy sh tests/elsewhere.sh noble   Python 3.12, of Ubuntu
#
# It has to be run as root; debootstrap and the packages come over the network. MIRROR, KEYRING and LIKE are what
# debootstrap calls the mirror, the keyring and the script of a suite it does not know. The root stays for next time.
set -eu
suite=$1
root=${ROOTS:-/var/tmp/briefing-roots}/$suite
project=$(cd "$(dirname "$0")/.." && pwd)

command -v debootstrap >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq debootstrap >/dev/null
if [ ! -f "$root/ready" ]; then
  rm -rf "$root"
  set -- --variant=minbase --include=python3,python3-venv,make,git,ca-certificates
  [ -z "${KEYRING:-}" ] || set -- "$@" "--keyring=$KEYRING"
  [ -z "${LIKE:-}" ] || set -- "$@" --components=main,universe
  set -- "$@" "$suite" "$root"
  [ -z "${MIRROR:-}" ] || set -- "$@" "$MIRROR"
  [ -z "${LIKE:-}" ] || set -- "$@" "$LIKE"
  debootstrap "$@" >/dev/null
  touch "$root/ready"
fi

# The root has the network and the certificates of this machine, and a copy of the files that git knows.
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
rm -rf "$root/srv/briefing"
mkdir -p "$root/srv/briefing"
(cd "$project" && git ls-files -z | tar --create --null --files-from=- --file=-) | tar -xf - -C "$root/srv/briefing"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/bin:/bin LANG=C.UTF-8 \
  PIP_CERT=/etc/ssl/certs/ca-certificates.crt SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
  sh -c 'cd /srv/briefing && python3 --version && git init -q . && git add . && make quick'
