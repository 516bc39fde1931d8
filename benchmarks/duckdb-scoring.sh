#!/usr/bin/env bash
# Scores the pairs of one file in DuckDB and prints pairs a second and core, one line of JSON a number of threads.
# Usage: duckdb-scoring.sh PLAN RECORDS.csv [PAIRS.csv|-] [THREADS,THREADS…] [RUNS]
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
if ! "$java" -version 2>&1 | grep -Eq 'version "(2[5-9]|[3-9][0-9])'; then
  echo "No JDK 25 at $java. Set JAVA_HOME to one and run this again. (BENCHMARK-NO-JDK)" >&2
  exit 3
fi
(cd "$root" && ./mvnw -B -ntp -q -pl benchmarks -am -Dskip.format=true test-compile >&2)
exec "$java" --enable-native-access=ALL-UNNAMED -Xmx1g \
  -cp "$root/benchmarks/target/classes:$(cat "$root/benchmarks/target/classpath.txt")" \
  org.concordat.benchmarks.duckdb.DuckDbScoringBenchmark "$@"
