from __future__ import annotations

from collections.abc import Iterator

import pytest

from matcher.work.addresses import Address, find_address
from matcher.work.partners.fetching import NotFetched, fetch_resume
from tests.web.integrations.fake_ats import FakeAts, serving
from tests.work.test_addresses import INNER


@pytest.fixture(scope="module")
def ats() -> Iterator[FakeAts]:
    with serving(FakeAts(resume=b"%PDF-1.7 resume")) as found:
        yield found


def fetch(ats: FakeAts, name: str, seconds: float = 5.0) -> tuple[bytes, str]:
    def find(url: str) -> Address:
        return find_address(url, resolver=lambda *_: ["10.0.0.7"], inner=[f"127.0.0.1:{ats.port}"])

    upload = fetch_resume(f"{ats.root}/files/{name}", find, most_bytes=10_000_000, seconds=seconds)
    return upload.data, upload.filename


def test_a_resume_comes_with_the_ending_of_its_name_alone(ats: FakeAts) -> None:
    assert fetch(ats, "cv.pdf") == (b"%PDF-1.7 resume", "resume.pdf")
    assert fetch(ats, "moved") == (b"%PDF-1.7 resume", "resume.pdf")


@pytest.mark.parametrize(
    ("name", "code", "again"),
    [
        ("missing", "resume_gone", False), ("expired", "resume_gone", False), ("forbidden", "resume_gone", False),
        ("to-inner", "resume_refused", False), ("to-name", "resume_refused", False),
        ("loop", "resume_unreachable", False), ("broken", "resume_unreachable", True),
        ("large.pdf", "resume_too_large", False), ("page", "resume_no_document", False),
        ("picture", "resume_no_document", False), ("drip", "resume_unreachable", True),
    ],
)  # fmt: skip
def test_what_does_not_come_has_a_code(ats: FakeAts, name: str, code: str, again: bool) -> None:
    with pytest.raises(NotFetched) as caught:
        fetch(ats, name, seconds=0.4 if name == "drip" else 5.0)

    assert (caught.value.code, caught.value.again) == (code, again)


@pytest.mark.parametrize("host", INNER)
def test_addresses_inside_are_refused_when_they_are_called_and_after_a_redirect(ats: FakeAts, host: str) -> None:
    def find(url: str) -> Address:
        return find_address(url, inner=[f"127.0.0.1:{ats.port}"])

    ats.moves["there"] = f"https://{host}/cv.pdf"
    for url in (f"https://{host}/cv.pdf", f"{ats.root}/files/to-there"):
        with pytest.raises(NotFetched) as caught:
            fetch_resume(url, find, most_bytes=1_000)
        assert caught.value.code == "resume_refused"
