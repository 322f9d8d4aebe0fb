from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from matcher.pipeline import Upload
from matcher.taxonomy.index import Taxonomy
from matcher.web.shared import SharedMatcher
from tests.web.conftest import RESUME


def test_threads_get_the_same_answers_as_one(taxonomy: Taxonomy) -> None:
    matcher = SharedMatcher(taxonomy)
    target = matcher.role("lead-backend-engineer")
    uploads = [Upload(RESUME + b"\n" * number, f"{number}.txt") for number in range(4)]

    def report(upload: Upload) -> object:
        return matcher.report(upload, target, as_of=date(2026, 11, 1)).requirements

    alone = [report(upload) for upload in uploads]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(report, uploads))

    assert together == alone
