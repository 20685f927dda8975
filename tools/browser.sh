#!/bin/sh
# Sees to it that the browser tests find a Chromium: the one named by ATLAS_CHROMIUM, the machine's own, Playwright's own,
# else the system's package (the one step that needs root), else a download by Playwright. $1 is the Python of the tests.
[ -n "$ATLAS_CHROMIUM" ] && exit 0
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  # Ubuntu's packages are stubs that ask for a snap: only a browser that answers counts.
  "$name" --version >/dev/null 2>&1 && exit 0
done
"$1" -c 'import os, sys; from playwright.sync_api import sync_playwright as start
with start() as one: sys.exit(not os.path.exists(one.chromium.executable_path))' >/dev/null 2>&1 && exit 0

root=""
[ "$(id -u)" = 0 ] || root="sudo -n"
if command -v apt-get >/dev/null 2>&1 && $root true 2>/dev/null; then
  echo "as root: apt-get install chromium"
  $root apt-get update -qq >/dev/null 2>&1
  $root apt-get install -y -qq chromium >/dev/null 2>&1 && chromium --version >/dev/null 2>&1 && exit 0
  echo "as root: playwright install --with-deps chromium"
  $root "$1" -m playwright install-deps chromium >/dev/null 2>&1
fi
"$1" -m playwright install chromium >/dev/null 2>&1 && exit 0
echo "no Chromium could be installed: the browser tests will be skipped (as root: apt-get install chromium)"
exit 0
