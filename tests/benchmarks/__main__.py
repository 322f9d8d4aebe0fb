"""What Matcher costs: wall times of the main job, and ratios against the libraries it stands on, in one run.

Run it with ``make bench``. Ratios are CPU times taken in alternating rounds, so that a busy neighbour disturbs both
sides alike; the median of the rounds is shown. Nothing here is a test: times depend on the machine.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from pdfminer.high_level import extract_text

from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from matcher.pipeline import Matcher, Upload
from tests.benchmarks.pages import page_costs
from tests.benchmarks.ranking_costs import ranking_costs
from tests.benchmarks.text_costs import memory_growth, text_costs

ROOT = Path(__file__).resolve().parents[2]
RESUME = ROOT / "tests" / "data" / "resumes" / "two_pages.pdf"
AS_OF = date(2026, 11, 1)
ROUNDS = 7


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def wall(work: Callable[[], object]) -> float:
    """Return the wall seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float, float]:
    """Return our median CPU time, theirs, and the median of the ratios of each round."""
    ours(), theirs()
    pairs = [(cpu(ours), cpu(theirs)) for _ in range(ROUNDS)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs if b),
    )


def show(what: str, ours: float, theirs: float, share: float) -> None:
    """Print one ratio."""
    print(f"{what:<36}{ours * 1000:6.1f} ms to {theirs * 1000:.1f} ms, ratio {share:.2f}")


def main() -> None:
    """Measure and print."""
    data = RESUME.read_bytes()
    command = [sys.executable, "-m", "matcher", "match", str(RESUME), "--role", "lead-backend-engineer"]
    cold = [wall(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(3)]
    print(f"match from cold start, 2-page PDF   {min(cold):6.2f} s wall (best of 3)")

    matcher = Matcher.from_folder()
    target = matcher.role("lead-backend-engineer")
    upload = Upload(data, RESUME.name)
    matcher.report(upload, target, as_of=AS_OF)
    warm = [wall(lambda: matcher.report(upload, target, as_of=AS_OF)) for _ in range(ROUNDS)]
    print(f"match in a warm process, 2-page PDF {statistics.median(warm):6.3f} s wall (median of {ROUNDS})")

    ours, theirs, share = ratio(lambda: read_pdf(data, Limits()), lambda: extract_text(io.BytesIO(data)))
    show("PDF to lines, against pdfminer", ours, theirs, share)

    for name, (seconds, share) in text_costs(matcher, target, AS_OF).items():
        print(f"text of 900 words {name:<22}{seconds * 1000:6.1f} ms, {share:.2f} times make_doc")

    reading = matcher.read(upload, as_of=AS_OF)
    start = time.perf_counter()
    for _ in range(100):
        matcher.judge(reading, target, as_of=AS_OF)
    print(f"judge and report                    {(time.perf_counter() - start) * 10:6.2f} ms")
    for name, (seconds, share) in ranking_costs(matcher, AS_OF).items():
        print(f"{name:<36}{seconds * 1000:6.1f} ms, {share:.2f} times make_doc")
    if (costs := page_costs(RESUME)) is not None:
        print(f"upload to painted report, 2-page PDF{costs[0]:6.3f} s wall, page of {costs[1] / 1000:.0f} kB")
    print(f"memory, from text 500 to text 6,000 {memory_growth():+6.1f} MB, 15 % of the words new")


if __name__ == "__main__":
    main()
