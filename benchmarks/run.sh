#!/usr/bin/env bash
# Measures Concordat and its peers side by side and writes results/table.md and results/results.json.
# Usage: run.sh [--runs N] [--only NAME,NAME…] [--tools concordat,splink] [--tideford FOLDER]   (see README.md)
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here"
python3 -m unittest --quiet sidebyside.test_checks
exec python3 -m sidebyside "$@"
