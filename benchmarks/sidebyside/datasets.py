"""The data sets, what their truth is, and how each tool is asked to link them."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
DATA = Path(os.environ.get("CONCORDAT_DATA", ROOT.parent / "shared" / "data"))
TOOLS = Path(os.environ.get("CONCORDAT_TOOLS", ROOT.parent / "shared" / "tools"))
PEERS_PYTHON = Path(os.environ.get("CONCORDAT_PEERS_PYTHON", BENCHMARKS / "peers" / ".venv" / "bin" / "python"))


@dataclass(frozen=True)
class Dataset:
    """One job for all tools.

    truth: as score_links.py takes it. identifier: the id column. truth_columns: removed in the test for leaks.
    splink: the name of Splink's settings, or None where it has none for this job. scoring: more options of score_links.py.
    """

    name: str
    files: tuple
    truth: str
    identifier: str
    truth_columns: tuple
    splink: str | None
    scoring: tuple = ()
    large: bool = False

    def missing(self):
        return [str(file) for file in self.files if not file.exists()]

    def concordat(self, out, files=None, options=()):
        launcher = os.environ.get("CONCORDAT", ROOT / "concordat")
        return [launcher, "link", *(files or self.files), "--out", out, "--id", self.identifier, "--json", *options]

    def splink_command(self, out):
        return [PEERS_PYTHON, BENCHMARKS / "peers" / "splink_run.py", self.splink, out, *self.files]

    def score(self, out):
        return ["python3", TOOLS / "score_links.py", out, self.truth, *self.files, "--id", self.identifier, *self.scoring]


def all_datasets(tideford):
    """Every data set, those of Tideford from the folder given (flat_*.csv or .csv.gz)."""
    linkage = DATA / "linkage"
    fixed = [
        Dataset(
            "febrl4",
            (linkage / "febrl" / "dataset4a.csv", linkage / "febrl" / "dataset4b.csv"),
            "rec", "rec_id", (), "febrl4",
        ),
        Dataset("febrl3", (linkage / "febrl" / "dataset3.csv",), "rec", "rec_id", (), "febrl3"),
        Dataset("fake_1000", (linkage / "fake_1000.csv",), "column:cluster", "unique_id", ("cluster",), "fake_1000"),
        Dataset(
            "historical_50k",
            (linkage / "historical_50k.csv.gz",),
            "column:cluster", "unique_id", ("cluster",), "historical_50k",
        ),
        Dataset(
            "households_census",
            (linkage / "households_census.csv.gz",),
            "column:truth_person", "id", ("truth_person", "truth_household"), None,
            ("--household", "truth_household", "--where", "housing_type=Household", "--within", "year"),
        ),
    ]
    town = []
    for label in ("50k", "100k", "200k", "300k", "1m", "3m"):
        file = next(
            (tideford / f"flat_{label}{end}" for end in (".csv", ".csv.gz") if (tideford / f"flat_{label}{end}").exists()),
            tideford / f"flat_{label}.csv",
        )
        town.append(
            Dataset(
                f"tideford_{label}", (file,), "column:cluster", "unique_id", ("cluster",),
                "tideford", large=label in ("1m", "3m"),
            )
        )
    return fixed + town


def trouble():
    """What is missing on this machine, as sentences; empty when all is there."""
    lines = []
    if not (TOOLS / "score_links.py").exists():
        lines.append(f"No score_links.py in {TOOLS}: set CONCORDAT_TOOLS to the folder that has it.")
    if not DATA.exists():
        lines.append(f"No folder {DATA}: set CONCORDAT_DATA to the folder with the real data.")
    if not PEERS_PYTHON.exists():
        lines.append("No Python for the peers: run benchmarks/peers/setup.sh, or set CONCORDAT_PEERS_PYTHON.")
    if shutil.which(str(os.environ.get("CONCORDAT", ROOT / "concordat"))) is None:
        lines.append("No launcher ./concordat that can be run.")
    return lines
