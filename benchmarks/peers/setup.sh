#!/usr/bin/env bash
# Makes the Python environment that the peers run in. Usage: setup.sh [FOLDER], default benchmarks/peers/.venv.
# Needs python3 (3.10 or newer) with its venv module, and the network the first time.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="${1:-$here/.venv}"
python="${PYTHON:-python3}"
if ! command -v "$python" > /dev/null; then
  echo "No $python found. Install Python 3.10 or newer, or name it with PYTHON=… (PEERS-NO-PYTHON)" >&2
  exit 3
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
  echo "$("$python" --version) is too old; the peers need Python 3.10 or newer. (PEERS-OLD-PYTHON)" >&2
  exit 3
fi
[ -x "$folder/bin/python" ] || "$python" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --requirement "$here/requirements.txt"
"$folder/bin/python" -c 'import splink, duckdb; print("Splink", splink.__version__, "on DuckDB", duckdb.__version__)'
