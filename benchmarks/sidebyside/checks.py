"""What the measured figures must show: calibration, even growth, and that truth cannot leak into the links."""

import csv
import gzip
import random
from pathlib import Path
from statistics import median

CALIBRATION_GAP = 0.05
CALIBRATION_PAIRS = 200
GROWTH_FACTOR = 1.5


def calibration(report):
    """The tenths of probability with enough pairs and, of these, those whose observed share is too far off."""
    judged = [tenth for tenth in report.get("calibration", []) if tenth["pairs"] >= CALIBRATION_PAIRS]
    off = [tenth for tenth in judged if abs(tenth["observed"] - tenth["mean_probability"]) > CALIBRATION_GAP]
    worst = max((abs(tenth["observed"] - tenth["mean_probability"]) for tenth in judged), default=None)
    return {"judged": len(judged), "off": off, "largest_gap": worst, "met": bool(judged) and not off}


def growth(points):
    """Whether time a pair and memory a record stay even from the smallest to the largest input.

    points: dicts with rows, candidate_pairs, wall_seconds, peak_mebibytes, smallest first.
    """
    if len(points) < 2 or not all(point.get("candidate_pairs") for point in points):
        return {"met": None, "points": points}
    times = [point["wall_seconds"] / point["candidate_pairs"] for point in points]
    memory = [point["peak_mebibytes"] / point["rows"] for point in points]
    factor = max(later / times[0] for later in times[1:])
    return {
        "met": factor < GROWTH_FACTOR and max(memory[1:]) <= memory[0],
        "time_per_pair_factor": factor,
        "mebibytes_per_million_rows": [round(one * 1e6, 1) for one in memory],
        "points": points,
    }


def in_turns(tools, rounds):
    """The order of the runs: every tool once a round, and the order turned round each time."""
    return [(number, tool) for number in range(rounds) for tool in (tools if number % 2 == 0 else tools[::-1])]


def middle(values):
    """The median of those that are known, or None."""
    known = [value for value in values if value is not None]
    return median(known) if known else None


def rows_of(path):
    """Header and rows of a CSV file, gzip or not."""
    opened = gzip.open(path, "rt", encoding="utf-8-sig", newline="") if str(path).endswith(".gz") else open(
        path, encoding="utf-8-sig", newline=""
    )
    with opened as file:
        reader = csv.reader(file)
        header = next(reader)
        return header, list(reader)


def disguise(files, identifier, truth_columns, folder, seed, shuffle_rows=False):
    """Writes the files anew with meaningless ids and without their truth columns.

    Returns the new files and, for each (source, new id), the old id.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    written, old_id = [], {}
    for path in files:
        header, rows = rows_of(path)
        names = [name.strip() for name in header]
        at = names.index(identifier)
        kept = [i for i, name in enumerate(names) if name not in truth_columns]
        source = Path(path).name.removesuffix(".gz").removesuffix(".csv")
        target = folder / f"{source}.csv"
        new_ids = [f"x{number:07d}" for number in chance.sample(range(10_000_000), len(rows))]
        order = list(range(len(rows)))
        if shuffle_rows:
            chance.shuffle(order)
        with open(target, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([header[i] for i in kept])
            for number in order:
                row = rows[number] + [""] * (len(header) - len(rows[number]))
                old_id[(source, new_ids[number])] = row[at].strip()
                row[at] = new_ids[number]
                writer.writerow([row[i] for i in kept])
        written.append(target)
    return written, old_id


def links_of(folder, old_id=None):
    """The links of a run as a dict of unordered pairs of (source, id) to probability, under the old ids if given."""
    header, rows = rows_of(Path(folder) / "links.csv")
    column = {name: number for number, name in enumerate(header)}
    found = {}
    for row in rows:
        ends = []
        for side in ("left", "right"):
            source, number = row[column[f"{side}_source"]], row[column[f"{side}_id"]]
            ends.append((source, old_id[(source, number)] if old_id else number))
        found[frozenset(ends)] = float(row[column["probability"]])
    return found


def persons_of(folder, old_id=None):
    """The persons of a run as a set of sets of (source, id), under the old ids if given."""
    _, rows = rows_of(Path(folder) / "clusters.csv")
    members = {}
    for source, number, person in rows:
        members.setdefault(person, set()).add((source, old_id[(source, number)] if old_id else number))
    return {frozenset(group) for group in members.values()}


def same_links(plain, disguised, old_id):
    """Compares a run with one on the disguised files: links in one only, largest gap of probability, persons in one only."""
    one, other = links_of(plain), links_of(disguised, old_id)
    only = len(one.keys() ^ other.keys())
    gap = max((abs(one[pair] - other[pair]) for pair in one.keys() & other.keys()), default=0.0)
    persons = len(persons_of(plain) ^ persons_of(disguised, old_id))
    return {
        "links": len(one),
        "links_in_one_only": only,
        "largest_probability_gap": gap,
        "persons_in_one_only": persons,
        "met": only == 0 and persons == 0 and gap < 1e-6,
    }
