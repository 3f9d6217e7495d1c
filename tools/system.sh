#!/usr/bin/env bash
# What the tests need besides Python: a CJK font, Chromium (its shell without windows will do), Java 17, Maven, Tesseract.
# Installed from Debian's packages where missing, as root or through sudo; else the packages are named and this stops.
set -euo pipefail

missing=()
has() { command -v "$1" >/dev/null; }
java_is_new() { has java && [ "$(java -version 2>&1 | sed -nE '1s/.*"([0-9]+).*/\1/p')" -ge 17 ]; }

ls /usr/share/fonts/opentype/noto/NotoSansCJK*.ttc >/dev/null 2>&1 || { has fc-list && [ -n "$(fc-list :lang=zh)" ]; } || missing+=(fonts-noto-cjk)
has chromium-headless-shell || has chromium || missing+=(chromium-headless-shell)
java_is_new || missing+=(openjdk-17-jre-headless)
has mvn || missing+=(maven)
has tesseract && tesseract --list-langs 2>/dev/null | grep -qx chi_sim || missing+=(tesseract-ocr tesseract-ocr-chi-sim)
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! has sudo || ! sudo -n true 2>/dev/null; then
    echo "The tests need these Debian packages: ${missing[*]}. Install them: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
if ! has apt-get; then
  echo "The tests need: ${missing[*]} (names of Debian's packages)" >&2
  exit 1
fi
echo "installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
