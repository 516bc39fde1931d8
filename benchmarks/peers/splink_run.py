"""Runs Splink on one data set and writes links.csv, clusters.csv and summary.json as Concordat would.

usage: splink_run.py DATASET OUT FILE [FILE ...]

DATASET  febrl4, febrl3, fake_1000, historical_50k or tideford: which of Splink's own settings to use
OUT      a new folder for the results
FILE     the files to link (.csv or .csv.gz); febrl4 takes two

The settings are those that Splink's authors publish for the data set (see README.md beside this file), the
reading, the two thresholds and the form of the results are ours: every pair with probability .01 or more goes to
links.csv, and persons are the connected pairs with probability .95 or more.
"""

import importlib
import json
import re
import sys
import time
from pathlib import Path

import duckdb
import splink
from splink import DuckDBAPI, Linker

PROBABILITY_KEPT = 0.01
PROBABILITY_SAME_PERSON = 0.95


def source_of(path):
    """The name of a source: its file's name without folder, .csv and .gz."""
    return re.sub(r"\.csv(\.gz)?$", "", Path(path).name)


def read(connection, path, cleaning):
    """Reads a file as text, with blanks trimmed and empty values missing, and applies the data set's own cleaning."""
    raw = connection.read_csv(str(path), all_varchar=True, header=True)
    trimmed = ", ".join(f"nullif(trim(\"{name}\"), '') as \"{name.strip()}\"" for name in raw.columns)
    connection.register("raw", raw)
    table = "input_" + re.sub(r"\W", "_", source_of(path))
    connection.execute(f"create table {table} as select *{cleaning} from (select {trimmed} from raw)")
    connection.unregister("raw")
    return table


def main(arguments):
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    dataset, out, files = arguments[0], Path(arguments[1]), arguments[2:]
    settings_of = importlib.import_module(f"settings.{dataset}")
    out.mkdir(parents=True, exist_ok=False)
    seconds = {}
    started = last = time.perf_counter()

    def done(step):
        nonlocal last
        now = time.perf_counter()
        seconds[step] = round(now - last, 3)
        last = now

    connection = duckdb.connect()
    api = DuckDBAPI(connection)
    names = [source_of(path) for path in files]
    inputs = [
        api.register(read(connection, path, settings_of.CLEANING), dataset_display_name=name)
        for path, name in zip(files, names)
    ]
    rows = sum(connection.execute(f"select count(*) from {one.physical_name}").fetchall()[0][0] for one in inputs)
    done("read")

    linker = Linker(inputs if len(inputs) > 1 else inputs[0], settings_of.SETTINGS)
    settings_of.train(linker)
    done("train")

    predictions = linker.inference.predict(threshold_match_probability=PROBABILITY_KEPT)
    done("predict")
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predictions, threshold_match_probability=PROBABILITY_SAME_PERSON
    )
    done("cluster")

    identifier = settings_of.IDENTIFIER
    several = len(inputs) > 1
    left, right, own = (
        ("source_dataset_l", "source_dataset_r", "source_dataset")
        if several
        else (f"'{names[0]}'", f"'{names[0]}'", f"'{names[0]}'")
    )
    connection.execute(
        f"""copy (select {left} as left_source, {identifier}_l as left_id, {right} as right_source,
                  {identifier}_r as right_id, match_weight as match_weight_bits, match_probability as probability
              from {predictions.physical_name}) to '{out}/links.csv' (header)"""
    )
    connection.execute(
        f"""copy (select {own} as source, {identifier} as id, cluster_id as person
              from {clusters.physical_name}) to '{out}/clusters.csv' (header)"""
    )
    links = connection.execute(f"select count(*) from {predictions.physical_name}").fetchall()[0][0]
    done("write")

    summary = {
        "tool": f"Splink {splink.__version__} on DuckDB {duckdb.__version__}",
        "dataset": dataset,
        "rows": rows,
        "links": links,
        "threads": connection.execute("select current_setting('threads')").fetchall()[0][0],
        "seconds": seconds,
        "seconds_total": round(time.perf_counter() - started, 3),
    }
    (out / "summary.json").write_text(json.dumps(summary, indent=1) + "\n")
    print(json.dumps(summary))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
