"""What judging costs once resumes are read: one comparison, and a thousand profiles ranked against one posting."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import spacy

from matcher.matching.compare import compare
from matcher.pipeline import Matcher, Reading, Upload
from matcher.reports.screening import rank_rows

__all__ = ["ranking_costs"]

_TESTS = Path(__file__).resolve().parents[1]
_POSTING = _TESTS / "data" / "jobs" / "markdown_with_icons.txt"
_MANY, _ROUNDS = 1000, 5


def ranking_costs(matcher: Matcher, as_of: date) -> dict[str, tuple[float, float]]:
    """Return for each step its CPU seconds, and their ratio to spaCy's make_doc on the text of one of the resumes.

    The profiles are those of our judged resumes, over and over; each is compared and reported anew.
    """
    paths = sorted((_TESTS / "evaluation").glob("*/resumes/*.txt"))
    readings = [matcher.read(Upload(path.read_bytes(), path.name), as_of=as_of) for path in paths]
    many = list(islice(cycle(readings), _MANY))
    lead, job = matcher.role("lead-backend-engineer"), matcher.job(Upload(_POSTING.read_bytes(), _POSTING.name))
    blank, text = spacy.blank("en"), max((one.parts.document.text for one in readings), key=len)

    def compared(reading: Reading) -> object:
        warnings = reading.parts.document.warnings
        return compare(reading.profile, lead.requirements, matcher.taxonomy, warnings=warnings, as_of=as_of)

    def ranked() -> object:
        reports = [(str(number), matcher.judge(one, job, as_of=as_of)) for number, one in enumerate(many)]
        return rank_rows(reports, job=job.job, as_of=as_of)

    doc = _cpu(lambda: [blank.make_doc(text) for _ in range(20)]) / 20
    one = _cpu(lambda: [compared(reading) for reading in readings]) / len(readings)
    return {
        "compare, one resume and role": (one, one / doc),
        "1,000 profiles judged and ranked": (whole := _cpu(ranked), whole / doc),
    }


def _cpu(work: Callable[[], object]) -> float:
    work()
    gc.collect()
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)
