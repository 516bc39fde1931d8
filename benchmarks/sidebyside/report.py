"""Writes what was measured as a Markdown table: one row a goal, ours beside the peer's."""

from . import checks

COLUMNS = "| measure | goal | Concordat | Splink | met |\n|---|---|---|---|---|\n"
NOT_RUN = "not run"


def edges(probability):
    """The links at a probability and how many of them are false."""

    def read(score):
        found = score["at"][probability]
        return (found["tp"], found["fp"]), f"{found['tp']:,} true, {found['fp']:,} false"

    return read


def best_f1(score):
    """The best F1 of the links over all thresholds."""
    return score["best_f1"]["f1"], f"{score['best_f1']['f1']:.4f}"


def persons(score):
    """Precision and F1 of the pairs after clustering."""
    found = score["after_clustering"]
    return (
        (found["precision"], found["f1"]),
        f"F1 {found['f1']:.4f} (P {found['precision']:.4f}, R {found['recall']:.4f})",
    )


def households(score):
    """Precision and recall of the households."""
    found = score["households"]
    return (found["precision"], found["recall"]), f"P {found['precision']:.4f}, R {found['recall']:.4f}"


def calibration(score):
    """How far the observed share of true links is from the mean probability in the worst tenth."""
    found = checks.calibration(score)
    gap = "no tenth with enough pairs" if found["largest_gap"] is None else f"largest gap {found['largest_gap']:.3f}"
    return found["met"], f"{gap}, {found['judged']} tenths judged"


ACCURACY = [
    ("febrl4", "febrl4, links at p≥.99", "at least 4,990 of 5,000, none false", edges("0.99"),
     lambda v: v[0] >= 4990 and v[1] == 0),
    ("febrl3", "febrl3, best F1", "at least .996", best_f1, lambda v: v >= 0.996),
    ("fake_1000", "fake_1000, best F1", "at least .87", best_f1, lambda v: v >= 0.87),
    ("historical_50k", "historical_50k, persons", "F1 at least .85 at precision .95 or better", persons,
     lambda v: v[0] >= 0.95 and v[1] >= 0.85),
    ("historical_50k", "historical_50k, calibration", "within .05 in each tenth with 200 pairs", calibration, bool),
    ("households_census", "households_census, persons", "F1 at least .98", persons, lambda v: v[1] >= 0.98),
    ("households_census", "households_census, households", "precision .99, recall .95", households,
     lambda v: v[0] >= 0.99 and v[1] >= 0.95),
]


def middle_of(results, dataset, tool, field):
    runs = results["datasets"].get(dataset, {}).get(tool, {}).get("runs", [])
    return checks.middle([run.get(field) for run in runs if run["exit_code"] == 0])


def score_of(results, dataset, tool):
    return results["datasets"].get(dataset, {}).get(tool, {}).get("score")


def shown(read, results, dataset, tool):
    score = score_of(results, dataset, tool)
    if not score:
        return None, NOT_RUN
    if "error" in score:
        return None, score["error"]
    return read(score)


def mark(value):
    return {True: "yes", False: "**no**", None: ""}[value]


def accuracy_rows(results):
    rows = list(ACCURACY)
    for name in results["datasets"]:
        if name.startswith("tideford_"):
            rows.append((name, f"{name}, calibration", "within .05 in each tenth with 200 pairs", calibration, bool))
            rows.append((name, f"{name}, persons", "F1 no lower than Splink's", persons, None))
    for dataset, measure, goal, read, met in rows:
        ours, ours_text = shown(read, results, dataset, "concordat")
        theirs, theirs_text = shown(read, results, dataset, "splink")
        if met is None:
            verdict = None if ours is None or theirs is None else ours[1] >= theirs[1]
        else:
            verdict = None if ours is None else met(ours)
        yield f"| {measure} | {goal} | {ours_text} | {theirs_text} | {mark(verdict)} |\n"


def speed_rows(results):
    for name in results["datasets"]:
        fields = ("wall_seconds", "cpu_seconds", "peak_mebibytes")
        ours = [middle_of(results, name, "concordat", field) for field in fields]
        theirs = [middle_of(results, name, "splink", field) for field in fields]
        texts = [
            NOT_RUN if tool[0] is None else f"{tool[0]:.1f} s, {tool[1]:.1f} s CPU, {tool[2]:,.0f} MiB"
            for tool in (ours, theirs)
        ]
        ratio = "" if None in (ours[0], theirs[0]) else f"{theirs[0] / ours[0]:.1f} times"
        memory = "" if None in (ours[2], theirs[2]) else f"{theirs[2] / ours[2]:.2f} times"
        yield f"| {name} | {texts[0]} | {texts[1]} | {ratio} | {memory} |\n"


def check_rows(results):
    for name, leak in results.get("leaks", {}).items():
        text = leak.get("error") or (
            f"{leak['links']:,} links, {leak['links_in_one_only']} differ, {leak['persons_in_one_only']} persons differ"
        )
        yield f"| {name}, ids shuffled, truth deleted | the same links | {text} | | {mark(leak.get('met', False))} |\n"
    coverage = results.get("coverage")
    if coverage:
        text = f"{coverage['prefix']}{coverage['share']:.1%} of true pairs in {coverage['candidate_pairs']:,} candidates"
        yield (
            "| historical_50k, blocking | at least 85 % of true pairs in 5 million candidates | "
            f"{text} | 67.0 % in 450,741 (its ten rules) | {mark(coverage['met'])} |\n"
        )
    growth = results.get("growth")
    if growth and growth["met"] is not None:
        yield (
            "| growth, Tideford | time a scored pair rises by less than 1.5 times, memory linear | "
            f"{growth['time_per_pair_factor']:.2f} times; MiB a million rows {growth['mebibytes_per_million_rows']} | | "
            f"{mark(growth['met'])} |\n"
        )


def rate_of(run, clock):
    """Our candidate pairs scored a second and core, by one of the two clocks of the summary, or None."""
    summary = run.get("summary", {})
    candidates = summary.get("candidate_pairs")
    if clock == "cpu":
        seconds = summary.get("cpu_seconds", {}).get("scoring")
    else:
        wall, threads = summary.get("seconds", {}).get("scoring"), summary.get("threads")
        seconds = wall * threads if wall and threads else None
    return candidates / seconds if candidates and seconds else None


def rate_rows(results):
    for name, scored in results.get("duckdb", {}).items():
        runs = results["datasets"].get(name, {}).get("concordat", {}).get("runs", [])
        clock = "cpu" if any(rate_of(run, "cpu") for run in runs) else "wall"
        ours = checks.middle([rate_of(run, clock) for run in runs])
        theirs = scored["pairs_per_cpu_second" if clock == "cpu" else "pairs_per_second_and_core"]
        text = NOT_RUN if ours is None else f"{ours / 1e6:.2f} million/s, {ours / theirs:.1f} times"
        met = None if ours is None else ours >= 3e6 and ours >= 5 * theirs
        yield (
            f"| {name}, pairs scored a second and core ({clock} clock) | 3 million, 5 times SQL in DuckDB | {text} | "
            f"{theirs / 1e6:.2f} million/s ({scored['tool']}) | {mark(met)} |\n"
        )


def table(results):
    """The whole table as Markdown."""
    machine = results["machine"]
    text = (
        f"Measured {results['started']} on {machine['processor']}, {machine['cores']} cores, "
        f"{machine['memory_gibibytes']} GiB, commit {results['commit']}, {results['rounds']} runs each; medians.\n\n"
    )
    text += COLUMNS + "".join(accuracy_rows(results)) + "".join(check_rows(results)) + "".join(rate_rows(results))
    text += "\n| whole process | Concordat | Splink | faster | less memory |\n|---|---|---|---|---|\n"
    return text + "".join(speed_rows(results))
