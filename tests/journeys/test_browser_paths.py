"""Every path of a candidate in a real browser: on a phone and on a desk, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from matcher.pipeline import Upload
from tests.journeys.browsing import WIDTHS, Visit
from tests.web.conftest import RESUME

pytestmark = pytest.mark.browser

JOB = "Payments Engineer\n\nRequirements\n- Experience with PostgreSQL\n- Experience with Kafka\n"
ROLE = "lead-backend-engineer"


@pytest.fixture(params=WIDTHS, ids=["phone", "desk"])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def there(request: pytest.FixtureRequest, width: int, visit: Callable[..., Visit]) -> Iterator[Visit]:
    """A visit to the first page; whatever it saw must have been without a fault of the browser."""
    seen = visit(width=width, scripts=request.param)
    seen.go("/")
    yield seen
    assert seen.faults() == {}


def upload(seen: Visit, file: Path) -> str:
    """Compare a file with a role; return the report's address."""
    seen.go("/")
    seen.page.set_input_files("#file", file)
    seen.page.select_option("#role", ROLE)
    seen.send()
    return seen.page.url


def test_a_file_and_a_role(there: Visit, cv: Path) -> None:
    upload(there, cv)

    assert "must-haves are shown" in there.text()
    there.page.click("text=Open all evidence")
    assert "Smallest true change" in there.text()
    assert "Page 1, line" in there.text()
    there.page.click("text=Only what is open")
    assert there.page.locator("#h-required + p + .rows .badge.met").count() == 0


def test_pasted_text_with_a_pasted_job_and_a_role(there: Visit) -> None:
    there.open_details("#text")
    there.page.fill("#text", RESUME.decode())
    there.page.select_option("#role", ROLE)
    there.open_details("#job")
    there.page.fill("#job", JOB)
    there.send()

    assert "and the job Payments Engineer" in there.text()
    assert there.page.locator("#r-kafka").count() == 1
    assert there.page.locator("#r-team-leadership").count() == 1


def test_a_job_as_a_file_is_looked_at_and_corrected_first(there: Visit, cv: Path, tmp_path: Path) -> None:
    posting = tmp_path / "job.txt"
    posting.write_text(JOB, "utf-8")
    there.page.set_input_files("#file", cv)
    there.open_details("#job_file")
    there.page.set_input_files("#job_file", posting)
    there.send("[name=look]")
    assert "Experience with Kafka" in there.text()
    assert there.faults() == {}

    there.page.select_option("#is-postgresql", "preferred")
    there.page.select_option("#is-kafka", "drop")
    there.page.fill("#add", "Terraform, Quovex")
    there.send()
    assert "We do not know Quovex." in there.text()
    assert there.page.input_value("#add") == "Terraform, Quovex"
    assert there.page.input_value("#is-kafka") == "drop"

    there.page.fill("#add", "Terraform")
    there.send()
    assert there.page.locator("#r-kafka").count() == 0
    assert there.page.locator("#h-required ~ .rows #r-terraform").count() == 1
    assert there.page.locator("#h-preferred ~ .rows #r-postgresql").count() == 1


def test_an_error_tells_all_that_is_missing_and_loses_nothing(there: Visit, tmp_path: Path) -> None:
    there.send()
    assert there.page.locator("#problem li").count() == 2
    assert there.page.title().startswith("Problem:")
    assert there.page.evaluate("document.activeElement.id") == "problem"

    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.7\n" + b"0" * 30_000_000)
    there.page.set_input_files("#file", large)
    there.page.select_option("#role", ROLE)
    there.open_details("#job")
    there.page.fill("#job", JOB)
    if there.scripts:
        # Told before 30 MB travel.
        there.page.click("#form button[type=submit]:not([name])")
        assert "larger than 5 MB" in str(there.page.evaluate("document.querySelector('#file').validationMessage"))
        return
    there.send()
    assert "file_too_large" in there.text()
    assert (there.page.input_value("#role"), there.page.input_value("#job")) == (ROLE, JOB)


def test_what_was_read(there: Visit, cv: Path) -> None:
    upload(there, cv)
    there.page.locator("text=see it in the text").first.click()

    assert "/text#L" in there.page.url
    assert there.page.locator("li:target mark").count() > 0
    assert there.page.locator("li.cut .tag").first.inner_text() == "left out"


def test_study_cards_the_plan_and_practice(there: Visit, cv: Path) -> None:
    report = upload(there, cv)
    card = there.page.locator(".qcard[open]").first
    assert "A good answer covers" in card.inner_text()
    done = there.page.locator(".done-tag:not([hidden])")
    before = done.count()
    if there.scripts:
        card.locator(".tick").click()
        done.nth(before).wait_for()
    else:
        there.send(".qcard[open] .tick")
    there.go(report)
    assert done.count() == before + 1

    there.page.click("text=Plan to the interview")
    there.page.fill("#date", "2026-12-04")
    there.send("#form button")
    assert "Rehearse" in there.text()
    assert there.faults() == {}
    with there.page.expect_download() as got:
        there.page.click("text=Calendar file")
    assert got.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR")

    there.page.click("text=Practise now")
    assert "Question 1 of" in there.text()
    assert there.page.locator("details.qcard").get_attribute("open") is None
    there.page.click("details.qcard summary")
    assert there.page.locator("details.qcard").get_attribute("open") is not None
    there.send("text=Next question")
    assert "Question 2 of" in there.text()


def test_the_next_version(there: Visit, cv: Path, resume: Upload, tmp_path: Path) -> None:
    upload(there, cv)
    there.page.click("text=Upload the next version")
    shorter = tmp_path / "shorter.txt"
    shorter.write_bytes(resume.data)
    there.page.set_input_files("#file", shorter)
    there.send("#form button")

    assert "moved down" in there.text()
    assert there.page.locator(".summary .number").count() == 2


@pytest.mark.parametrize("form", ["Page", "Markdown", "Text", "JSON"])
def test_it_can_be_taken_along(form: str, visit: Callable[..., Visit], cv: Path) -> None:
    seen = visit()
    upload(seen, cv)

    with seen.page.expect_download() as got:
        seen.page.click(f"#h-keep ~ ul >> text={form}")

    assert "Team leadership" in got.value.path().read_text("utf-8")


def test_it_can_be_deleted(there: Visit, cv: Path) -> None:
    report = upload(there, cv)
    there.send(".facts button")

    assert "It is deleted" in there.text()
    there.go(report)
    assert "gone, as promised" in there.text()


def test_the_bank_without_an_upload(there: Visit) -> None:
    there.page.click("nav >> text=Questions")
    for field, value in (("role", ROLE), ("requirement", "relational-databases"), ("level", "lead")):
        there.page.select_option(f"#{field}", value)
    there.page.fill("#q", "index")
    there.send("#form button")
    assert "q=index" in there.page.url
    assert there.page.locator(".qcard").count() > 0
    assert there.faults() == {}

    there.page.click("text=Practise these")
    assert "Question 1 of" in there.text()


def test_a_file_is_dropped(visit: Callable[..., Visit]) -> None:
    seen = visit()
    seen.go("/")
    data = seen.page.evaluate_handle(
        "() => { const d = new DataTransfer(); d.items.add(new File(['Ada'], 'ada.txt')); return d; }"
    )
    seen.page.dispatch_event(".drop >> nth=0", "dragenter", {"dataTransfer": data})
    assert seen.page.locator(".drop.over").count() == 1
    seen.page.dispatch_event(".drop >> nth=0", "drop", {"dataTransfer": data})

    assert seen.page.evaluate("document.querySelector('#file').files[0].name") == "ada.txt"
    assert seen.page.locator(".drop.over").count() == 0


def test_a_recruiter_ranks_resumes(there: Visit, cv: Path, work_off: Callable[[], None]) -> None:
    there.page.click("nav >> text=Screenings")
    there.page.click("main >> text=New screening")
    there.page.set_input_files("#files", cv)
    there.page.select_option("#role", ROLE)
    there.send("main form button[type=submit]")
    work_off()
    there.page.reload()

    assert "reading order" in there.text()
    assert "Resume A1" in there.text()


def test_light_or_dark_can_be_chosen(there: Visit) -> None:
    paper = "() => getComputedStyle(document.body).backgroundColor"
    by_day = there.page.evaluate(paper)
    there.page.emulate_media(color_scheme="dark")
    by_night = there.page.evaluate(paper)
    assert by_day != by_night

    there.send(".theme >> text=light")
    assert there.page.evaluate(paper) == by_day
    there.send(".theme >> text=as the device")
    assert there.page.evaluate(paper) == by_night
