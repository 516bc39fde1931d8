"""Runs one program and measures it as a whole process: wall clock, processor time and peak memory.

A process begins with the peak memory of the one that started it, so a small process of its own, this file run as a
program, starts and measures each run.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """How one program ran. Memory is the largest resident set of any process in its tree, in mebibytes."""

    exit_code: int
    wall_seconds: float
    cpu_seconds: float
    peak_mebibytes: float
    summary: dict
    last_words: str


def run(command, log):
    """Runs the command with its standard output read for a JSON summary and everything else in the log file."""
    printed = f"{log}.out"
    starter = subprocess.run(
        [sys.executable, "-I", "-S", __file__, printed, log, *(str(part) for part in command)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
    )
    usage = json.loads(starter.stdout)
    with open(printed, encoding="utf-8", errors="replace") as file:
        text = file.read()
    with open(log, encoding="utf-8", errors="replace") as file:
        last = [line.strip() for line in file if line.strip()][-3:]
    return Measured(summary=summary_in(text), last_words=" / ".join(last) or text.strip()[-300:], **usage)


def start_and_measure(printed, log, command):
    """Runs the command and returns what the system says it used."""
    start = time.perf_counter()
    with open(printed, "wb") as output, open(log, "wb") as errors:
        process = subprocess.Popen(command, stdout=output, stderr=errors, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return {
        "exit_code": process.returncode,
        "wall_seconds": time.perf_counter() - start,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_mebibytes": usage.ru_maxrss / 1024,
    }


def summary_in(text):
    """The JSON object that a program printed: the whole output, or its last line that is one; else empty."""
    for part in [text, *reversed(text.strip().splitlines())]:
        try:
            found = json.loads(part)
        except ValueError:
            continue
        if isinstance(found, dict):
            return found
    return {}


if __name__ == "__main__":
    print(json.dumps(start_and_measure(sys.argv[1], sys.argv[2], sys.argv[3:])))
