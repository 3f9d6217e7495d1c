#!/usr/bin/env bash
# Pin the requirements with hashes and without addresses of package hosts.
set -euo pipefail
bin="$1"
[ -x "$bin/uv" ] || "$bin/pip" install --quiet uv
lock() {
  echo setuptools | "$bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-index-annotation "$@"
}
lock pyproject.toml - -o requirements.txt
lock pyproject.toml --group dev - -c requirements.txt -o requirements-dev.txt
