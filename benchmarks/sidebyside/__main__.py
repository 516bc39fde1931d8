"""The program behind run.sh; see README.md in benchmarks."""

import argparse
import datetime
import gzip
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from . import checks, datasets, measure, report

TOOLS = ("concordat", "splink")
GROWTH = ("tideford_100k", "tideford_300k", "tideford_1m", "tideford_3m")
LEAKS = ("febrl4", "febrl3", "fake_1000", "historical_50k", "households_census", "tideford_50k")
COVERAGE_SHARE = 0.85
COVERAGE_CANDIDATES = 5_000_000


def say(text):
    print(text, file=sys.stderr, flush=True)


def arguments():
    parser = argparse.ArgumentParser(prog="run.sh", description="Measures Concordat and Splink side by side.")
    parser.add_argument("--runs", type=int, default=3, help="runs of each tool on each data set (default 3)")
    parser.add_argument("--runs-large", type=int, default=1, help="the same from a million records on (default 1)")
    parser.add_argument("--only", default="", help="data sets, comma between them (default: all that are there)")
    parser.add_argument("--tools", default=",".join(TOOLS), help="tools, comma between them")
    parser.add_argument("--tideford", type=Path, default=datasets.BENCHMARKS / "work" / "tideford",
                        help="folder with Tideford's flat files flat_50k.csv, flat_100k.csv, flat_300k.csv, flat_1m.csv, flat_3m.csv")
    parser.add_argument("--work", type=Path, default=datasets.BENCHMARKS / "work", help="folder for what the tools write")
    parser.add_argument("--results", type=Path, default=datasets.BENCHMARKS / "results", help="folder for the results")
    return parser.parse_args()


def machine():
    processor = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []:
        if line.startswith("model name"):
            processor = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {"processor": processor, "cores": os.cpu_count(), "memory_gibibytes": round(memory, 1)}


def commit():
    found = subprocess.run(["git", "-C", datasets.ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return found.stdout.strip() or "unknown"


def score(dataset, out):
    found = subprocess.run([str(part) for part in dataset.score(out)], capture_output=True, text=True)
    if found.returncode != 0:
        return {"error": "not scored: " + (found.stderr.strip().splitlines() or ["no reason given"])[-1]}
    return json.loads(found.stdout)


def run_once(dataset, tool, out, options=(), files=None):
    shutil.rmtree(out, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    command = dataset.splink_command(out) if tool == "splink" else dataset.concordat(out, files, options)
    measured = measure.run(command, out.with_suffix(".log"))
    say(f"  {tool:<9} {measured.wall_seconds:8.2f} s {measured.cpu_seconds:8.2f} s CPU {measured.peak_mebibytes:8.0f} MiB"
        + ("" if measured.exit_code == 0 else f"  FAILED ({measured.exit_code}): {measured.last_words}"))
    return measured


def warm_up(files):
    for file in files:
        with open(file, "rb") as opened:
            while opened.read(1 << 24):
                pass


def count_rows(dataset):
    total = 0
    for path in dataset.files:
        with (gzip.open(path, "rb") if str(path).endswith(".gz") else open(path, "rb")) as file:
            total += sum(1 for _ in file) - 1
    return total


def side_by_side(dataset, tools, rounds, work):
    """Runs every tool in turns; scores the first good run of each, or every one where the data set is small."""
    warm_up(dataset.files)
    found = {tool: {"runs": [], "scores": []} for tool in tools}
    for number, tool in checks.in_turns(tools, rounds):
        out = work / dataset.name / f"{tool}_{number}"
        measured = run_once(dataset, tool, out)
        found[tool]["runs"].append({
            "wall_seconds": round(measured.wall_seconds, 3), "cpu_seconds": round(measured.cpu_seconds, 3),
            "peak_mebibytes": round(measured.peak_mebibytes, 1), "exit_code": measured.exit_code,
            "summary": measured.summary, "last_words": "" if measured.exit_code == 0 else measured.last_words,
        })
        if measured.exit_code == 0 and not (dataset.large and found[tool]["scores"]):
            found[tool]["scores"].append(score(dataset, out))
    for tool in tools:
        good = sorted(found[tool]["scores"], key=lambda one: one.get("after_clustering", {}).get("f1", 0))
        if good:
            found[tool]["score"] = good[len(good) // 2]
        elif found[tool]["runs"]:
            found[tool]["score"] = {"error": "failed: " + found[tool]["runs"][-1]["last_words"]}
    return found


def leak(dataset, work):
    """Links the files again with meaningless ids and no truth, and compares the links with those of the plain run."""
    plain = work / dataset.name / "concordat_0"
    if not (plain / "links.csv").exists():
        return {"error": "the plain run left no links", "met": False}
    folder = work / dataset.name / "disguised_files"
    shutil.rmtree(folder, ignore_errors=True)
    files, old_id = checks.disguise(dataset.files, dataset.identifier, dataset.truth_columns, folder, seed=20)
    out = work / dataset.name / "concordat_disguised"
    measured = run_once(dataset, "concordat", out, files=files)
    if measured.exit_code != 0:
        return {"error": "failed: " + measured.last_words, "met": False}
    return checks.same_links(plain, out, old_id)


def coverage(dataset, found, work):
    """The share of true pairs among the candidates: by the program's own count if it gives one, else at least its true links."""
    run = found["concordat"]["runs"][0]
    candidates = run["summary"].get("candidate_pairs")
    scored = found["concordat"].get("score", {})
    if candidates is None or "true_pairs" not in scored:
        return None
    listed = work / dataset.name / "candidates.csv"
    listed.unlink(missing_ok=True)
    measured = run_once(dataset, "concordat", work / dataset.name / "concordat_coverage", ("--candidates", listed))
    if measured.exit_code == 0 and listed.exists():
        header, rows = checks.rows_of(dataset.files[0])
        names = [name.strip() for name in header]
        truth = {row[names.index(dataset.identifier)]: row[names.index(dataset.truth_columns[0])] for row in rows}
        _, pairs = checks.rows_of(listed)
        distinct = {frozenset((left, right)) for _, left, _, right, *_ in pairs}
        true = sum(len({truth[one] for one in pair}) == 1 for pair in distinct)
        prefix, candidates = "", len(distinct)
    else:
        true = max(one["tp"] for one in [scored["best_f1"], *scored["at"].values()])
        prefix = "at least "
    share = true / scored["true_pairs"]
    return {"prefix": prefix, "share": share, "candidate_pairs": candidates,
            "met": share >= COVERAGE_SHARE and candidates <= COVERAGE_CANDIDATES}


def in_duckdb(dataset, work):
    """The same kind of scoring as SQL in DuckDB on one core, by the plan of the data set's name; None where there is none."""
    plan = datasets.BENCHMARKS / "plans" / (dataset.name.split("_")[0] if dataset.splink == "tideford" else dataset.name)
    plan = plan.with_suffix(".plan")
    if not plan.exists():
        return None
    log = work / dataset.name / "duckdb.log"
    command = [datasets.BENCHMARKS / "duckdb-scoring.sh", plan, dataset.files[0], "-", "1", "3"]
    measured = measure.run(command, log)
    if measured.exit_code != 0:
        say(f"  duckdb    FAILED ({measured.exit_code}): {measured.last_words}")
        return None
    say(f"  duckdb    {measured.summary['pairs_per_second_and_core'] / 1e6:.2f} million pairs a second on one core")
    return measured.summary


def growth(results):
    points = []
    for name in GROWTH:
        runs = [run for run in results["datasets"].get(name, {}).get("concordat", {}).get("runs", []) if run["exit_code"] == 0]
        if runs:
            best = min(runs, key=lambda run: run["wall_seconds"])
            points.append({"dataset": name, "rows": results["rows"][name],
                           "candidate_pairs": best["summary"].get("candidate_pairs"),
                           "wall_seconds": best["wall_seconds"], "peak_mebibytes": best["peak_mebibytes"]})
    return checks.growth(points)


def main():
    chosen = arguments()
    for line in datasets.trouble():
        say(line)
    tools = [tool for tool in chosen.tools.split(",") if tool]
    if unknown := [tool for tool in tools if tool not in TOOLS]:
        say(f"No tool {unknown}; there are {', '.join(TOOLS)}.")
        return 2
    wanted = [name for name in chosen.only.split(",") if name]
    every = datasets.all_datasets(chosen.tideford)
    if unknown := [name for name in wanted if name not in [one.name for one in every]]:
        say(f"No data set {unknown}; there are {', '.join(one.name for one in every)}.")
        return 2
    results = {
        "started": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "machine": machine(), "commit": commit(), "rounds": chosen.runs, "rows": {}, "datasets": {}, "leaks": {},
        "duckdb": {},
    }
    for dataset in every:
        if wanted and dataset.name not in wanted:
            continue
        if missing := dataset.missing():
            say(f"{dataset.name}: SKIPPED, there is no {missing[0]}")
            continue
        say(dataset.name)
        able = [tool for tool in tools if tool != "splink" or (dataset.splink and dataset.name != "tideford_3m")]
        rounds = chosen.runs_large if dataset.large else chosen.runs
        results["rows"][dataset.name] = count_rows(dataset)
        found = results["datasets"][dataset.name] = side_by_side(dataset, able, rounds, chosen.work)
        if (scored := in_duckdb(dataset, chosen.work)) is not None:
            results["duckdb"][dataset.name] = scored
        if "concordat" in able and dataset.name in LEAKS:
            results["leaks"][dataset.name] = leak(dataset, chosen.work)
        if "concordat" in able and dataset.name == "historical_50k":
            results["coverage"] = coverage(dataset, found, chosen.work)
    results["growth"] = growth(results)
    chosen.results.mkdir(parents=True, exist_ok=True)
    (chosen.results / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    text = report.table(results)
    (chosen.results / "table.md").write_text(text)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
