#!/bin/sh
# Run the quick suite with the Python of another release of Debian or Ubuntu, in a root of its own.
#
#   sh tests/elsewhere.sh trixie     Python 3.13
#   sh tests/elsewhere.sh noble      Python 3.12
#
# It has to be run as root; debootstrap and the packages come over the network. The root stays for the next time.
set -eu
suite=$1
root=${ROOTS:-/var/tmp/briefing-roots}/$suite
project=$(cd "$(dirname "$0")/.." && pwd)
debian=http://deb.debian.org/debian
ubuntu=http://archive.ubuntu.com/ubuntu

command -v debootstrap >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq debootstrap >/dev/null
if [ ! -f "$root/ready" ]; then
  rm -rf "$root"
  wanted=python3,python3-venv,make,git,ca-certificates
  case $suite in
    noble)
      keys=$(mktemp -d)
      package=pool/main/u/ubuntu-keyring/ubuntu-keyring_2023.11.28.1_all.deb
      curl -fsSL -o "$keys/keyring.deb" "$ubuntu/$package"
      dpkg-deb -x "$keys/keyring.deb" "$keys"
      debootstrap --variant=minbase --components=main,universe --include=$wanted \
        --keyring="$keys/usr/share/keyrings/ubuntu-archive-keyring.gpg" "$suite" "$root" $ubuntu gutsy >/dev/null
      ;;
    *) debootstrap --variant=minbase --include=$wanted "$suite" "$root" $debian >/dev/null ;;
  esac
  touch "$root/ready"
fi

# The root has the network and the certificates of this machine, and a copy of the files that git knows.
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
rm -rf "$root/srv/briefing"
mkdir -p "$root/srv/briefing"
(cd "$project" && git ls-files -z | tar --create --null --files-from=- --file=-) | tar -xf - -C "$root/srv/briefing"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/bin:/bin LANG=C.UTF-8 \
  PIP_CERT=/etc/ssl/certs/ca-certificates.crt SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
  sh -c 'cd /srv/briefing && python3 --version && git init -q . && git add . && make quick'
