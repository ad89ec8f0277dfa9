#!/bin/sh
# Install the system's programs that slow tests drive, where this may be done (as root, with apt) and they are missing.
set -u
here=$(dirname "$0")
wanted=""
need() { command -v "$1" >/dev/null 2>&1 || wanted="$wanted $2"; }
need soffice libreoffice-writer-nogui
need pdftotext poppler-utils
need qpdf qpdf
need chromium chromium
need systemd-analyze systemd
need cron cron
need tesseract tesseract-ocr
if [ -n "$wanted" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing$wanted"
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null ||
    echo "could not install all of:$wanted; the tests that need them skip"
fi
if [ -f "$here/node/package.json" ] && command -v npm >/dev/null 2>&1 && [ ! -d "$here/node/node_modules/axe-core" ]; then
  (cd "$here/node" && npm install --silent --no-audit --no-fund --no-package-lock >/dev/null) ||
    echo "could not install the validators of tests/node; the tests that need them skip"
fi
exit 0
