#!/usr/bin/env bash
# Make .venv if it is not there, and install the pinned requirements and the project itself into it.
set -euo pipefail
python="$1" requirements="$2"

if ! command -v "$python" >/dev/null; then
  python=python3
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Python 3.11 or newer is needed. On Debian: apt-get install python3 python3-venv" >&2
  exit 1
fi
if [ ! -x .venv/bin/pip ]; then
  if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    echo "$python has no ensurepip, so it cannot make an environment. On Debian: apt-get install python3-venv" >&2
    exit 1
  fi
  "$python" -m venv .venv
fi
mkdir -p .make
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
# The requirements hold setuptools, so that building needs nothing that is not pinned.
# Without the warning of setuptools that the working directory holds the packages: it is meant to.
PYTHONWARNINGS=ignore .venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
