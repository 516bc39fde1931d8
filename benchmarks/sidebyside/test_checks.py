"""Checks of the checks; run.sh runs them before it measures anything."""

import csv
import json
import sys
import tempfile
import unittest
from pathlib import Path

from . import checks, measure


class Checks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_a_tenth_that_is_too_far_off_fails_calibration_and_a_thin_one_is_not_judged(self):
        tenth = lambda pairs, mean, seen: {"pairs": pairs, "mean_probability": mean, "observed": seen}
        self.assertTrue(checks.calibration({"calibration": [tenth(200, 0.45, 0.49), tenth(199, 0.9, 0.1)]})["met"])
        self.assertFalse(checks.calibration({"calibration": [tenth(200, 0.45, 0.51)]})["met"])
        self.assertFalse(checks.calibration({"calibration": [tenth(10, 0.5, 0.5)]})["met"])

    def test_growth_is_uneven_when_a_pair_takes_half_as_long_again_or_memory_outgrows_the_rows(self):
        point = lambda rows, seconds, memory: {
            "rows": rows, "candidate_pairs": rows * 10, "wall_seconds": seconds, "peak_mebibytes": memory}
        self.assertTrue(checks.growth([point(100, 1, 50), point(1000, 12, 300)])["met"])
        self.assertFalse(checks.growth([point(100, 1, 50), point(1000, 16, 300)])["met"])
        self.assertFalse(checks.growth([point(100, 1, 50), point(1000, 10, 600)])["met"])
        self.assertIsNone(checks.growth([point(100, 1, 50)])["met"])

    def test_tools_take_turns_at_going_first(self):
        self.assertEqual(checks.in_turns(["a", "b"], 2), [(0, "a"), (0, "b"), (1, "b"), (1, "a")])

    def test_the_disguise_hides_ids_and_truth_and_can_be_undone(self):
        source = self.folder / "people.csv"
        source.write_text("rec_id, name, cluster\nrec-1-org, ann, 7\nrec-1-dup, anne, 7\n")
        files, old_id = checks.disguise([source], "rec_id", ("cluster",), self.folder / "disguised", seed=1)
        with open(files[0], newline="") as file:
            rows = list(csv.reader(file))
        self.assertEqual([name.strip() for name in rows[0]], ["rec_id", "name"])
        self.assertNotIn("rec-1", files[0].read_text())
        self.assertEqual([old_id[("people", row[0])] for row in rows[1:]], ["rec-1-org", "rec-1-dup"])

    def test_links_that_changed_with_the_disguise_are_noticed(self):
        def run(name, pairs, persons):
            folder = self.folder / name
            folder.mkdir()
            (folder / "links.csv").write_text(
                "left_source,left_id,right_source,right_id,match_weight_bits,probability\n"
                + "".join(f"f,{a},f,{b},9,{p}\n" for a, b, p in pairs))
            (folder / "clusters.csv").write_text(
                "source,id,person\n" + "".join(f"f,{a},{p}\n" for a, p in persons))
            return folder
        plain = run("plain", [("1", "2", 0.9)], [("1", "p"), ("2", "p"), ("3", "q")])
        back = {("f", "x"): "1", ("f", "y"): "2", ("f", "z"): "3"}
        same = run("same", [("y", "x", 0.9)], [("x", "a"), ("y", "a"), ("z", "b")])
        other = run("other", [("y", "z", 0.9)], [("x", "a"), ("y", "b"), ("z", "b")])
        shifted = run("shifted", [("x", "y", 0.8)], [("x", "a"), ("y", "a"), ("z", "b")])
        self.assertTrue(checks.same_links(plain, same, back)["met"])
        self.assertEqual(checks.same_links(plain, other, back)["links_in_one_only"], 2)
        self.assertFalse(checks.same_links(plain, shifted, back)["met"])

    def test_a_run_is_measured_and_its_summary_is_read(self):
        program = "import json; print('hello'); data = bytearray(64 << 20); print(json.dumps({'rows': 3}))"
        measured = measure.run([sys.executable, "-c", program], self.folder / "log")
        self.assertEqual((measured.exit_code, measured.summary), (0, {"rows": 3}))
        self.assertGreater(measured.peak_mebibytes, 60)
        self.assertEqual(measure.summary_in(json.dumps({"a": 1}, indent=1)), {"a": 1})

    def test_memory_of_the_measuring_program_is_not_counted(self):
        ballast = bytearray(200 << 20)
        measured = measure.run(["true"], self.folder / "log")
        self.assertLess(measured.peak_mebibytes, len(ballast) / 2**20 / 2)

    def test_a_failed_run_says_so(self):
        measured = measure.run([sys.executable, "-c", "import sys; sys.exit('no such file')"], self.folder / "log")
        self.assertEqual(measured.exit_code, 1)
        self.assertIn("no such file", measured.last_words)


if __name__ == "__main__":
    unittest.main()
