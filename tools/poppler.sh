#!/bin/sh
# Sees to it that the tests find pdffonts, a reader of PDF that is not ours: the machine's own, else the system's package
# (needs root).
command -v pdffonts >/dev/null 2>&1 && exit 0
root=""
[ "$(id -u)" = 0 ] || root="sudo -n"
if command -v apt-get >/dev/null 2>&1 && $root true 2>/dev/null; then
  echo "as root: apt-get install poppler-utils"
  $root apt-get update -qq >/dev/null 2>&1
  $root apt-get install -y -qq poppler-utils >/dev/null 2>&1 && exit 0
fi
echo "no pdffonts could be installed: its tests will be skipped (as root: apt-get install poppler-utils)"
exit 0
