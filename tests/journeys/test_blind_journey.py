"""Over more than two hundred resumes full of personal strings nothing tells who wrote them, in no page and no file."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from matcher.domain.report import Screening
from matcher.pipeline import Matcher
from matcher.recruiting import screen_both
from matcher.reports.serialise import to_json
from matcher.taxonomy.index import Taxonomy
from matcher.web import create_app
from matcher.web.csrf import FORM_COOKIE
from matcher.work.processing import work_off_one
from tests.reports.personal_resumes import PersonalResume, personal_resumes
from tests.web.conftest import FORM, SECRET, encode

RESUMES = personal_resumes()
NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Ranked:
    """The ranking of all of them, open and masked."""

    screening: Screening
    blind: Screening


@pytest.fixture(scope="module")
def seen(matcher: Matcher) -> Iterator[tuple[FlaskClient, str, Ranked]]:
    """One blind screening of all of them: a client, its address, and the ranking as the command line makes it."""
    app = create_app({
        "TESTING": True, "MATCHER": matcher, "CLOCK": lambda: NOW, "SCREENING_FILES": len(RESUMES), "WORKERS": 0,
    })  # fmt: skip
    fields: dict[str, Any] = {
        "files": [one.upload for one in RESUMES],
        "role": "lead-backend-engineer",
        "hide_names": "on",
        **FORM,
    }
    boundary, body = encode(fields)
    with app.test_client() as client:
        client.set_cookie(FORM_COOKIE, SECRET)
        answer = client.post("/screenings", data=body, content_type=f"multipart/form-data; boundary={boundary}")
        database = app.extensions["matcher.workspace"].database
        while work_off_one(database, matcher, owner="wrk_test", clock=lambda: NOW):
            pass
        target, uploads = matcher.role("lead-backend-engineer"), [one.upload for one in RESUMES]
        yield client, answer.location, Ranked(*screen_both(matcher, uploads, target, as_of=NOW.date()))
    app.extensions["matcher.workspace"].close()


class Shown:
    """A text in which strings and words are looked for."""

    def __init__(self, text: str) -> None:
        self.low = text.casefold()
        self.words = set(re.findall(r"[^\W_]+", text))
        self.small = {word.casefold() for word in self.words}

    def leaks(self, one: PersonalResume, *, years: bool = True, besides: frozenset[str] = frozenset()) -> list[str]:
        """Return the person's strings in the text.

        Args:
            one: the resume that the text is of.
            years: look for years too; not where dates of jobs are shown, of which one may be the same.
            besides: words of our own texts, like questions, which tell nothing.
        """
        found = [string for string in one.strings if string.casefold() in self.low]
        for word in one.words:
            if (word.isdigit() and not years) or word in besides:
                continue
            if not word.isalnum():
                found += [word] if word.casefold() in self.low else []
            elif word in self.words or (word.islower() and word in self.small):
                found.append(word)
        return found


def quotes(screening: Screening, alias: str) -> str:
    row = next(row for row in screening.rows if row.alias == alias)
    assert row.match is not None
    return " \n ".join(one.text for result in row.match.requirements for one in result.evidence)


def visible(page: str) -> str:
    """Return what a page shows of a resume: its text, without the address of the screening, which is random."""
    return html.unescape(re.sub(r"<[^>]+>", " ", page.split("<main")[1]))


def test_there_are_more_than_two_hundred_and_all_can_be_read(seen: tuple[FlaskClient, str, Ranked]) -> None:
    assert len(RESUMES) >= 200
    assert {row.error for row in seen[2].screening.rows} == {None}
    assert len({one.upload.filename.rpartition(".")[2] for one in RESUMES}) == 7


def test_open_quotes_are_full_of_what_must_not_be_shown(seen: tuple[FlaskClient, str, Ranked]) -> None:
    shown = [one for at, one in enumerate(RESUMES, 1) if Shown(quotes(seen[2].screening, f"A{at}")).leaks(one)]

    assert len(shown) == len(RESUMES)


def test_blind_and_open_agree_on_everything_that_is_judged(seen: tuple[FlaskClient, str, Ranked]) -> None:
    def judged(screening: Screening) -> list[object]:
        return [
            (row.alias, row.rank, row.tied, row.score, row.coverage, [one.id for one in row.missing_required],
             row.match.gaps, [(one.id, one.status, one.verdict, one.credit) for one in row.match.requirements])
            for row in screening.rows if row.match
        ]  # fmt: skip

    assert judged(seen[2].blind) == judged(seen[2].screening)


def test_no_masked_quote_tells_who_it_is(seen: tuple[FlaskClient, str, Ranked]) -> None:
    found = {one.upload.filename: told for at, one in enumerate(RESUMES, 1)
             if (told := Shown(quotes(seen[2].blind, f"A{at}")).leaks(one))}  # fmt: skip

    assert found == {}


@pytest.mark.parametrize(
    "path",
    ["/resumes/{alias}?open=all", "/resumes/{alias}/kit", "/resumes/{alias}/kit.md", "/resumes/{alias}/kit.docx",
     "/side-by-side?who={alias}&who=A1&who=A2"],
    ids=["resume", "kit", "markdown", "word", "side by side"],
)  # fmt: skip
def test_no_page_and_no_kit_of_one_tells_who_it_is(
    path: str, seen: tuple[FlaskClient, str, Ranked], taxonomy: Taxonomy
) -> None:
    cards = (str(card) for card in taxonomy.questions.values())
    own_words = frozenset(word for card in cards for word in re.findall(r"[^\W_]+", card))
    client, url, _ = seen
    found = {}
    for at, one in enumerate(RESUMES, start=1):
        answer = client.get(url + path.format(alias=f"A{at}"))
        if answer.status_code == 200:
            read: Callable[[Any], str] = _words if path.endswith(".docx") else lambda answer: answer.text
            text = visible(answer.text) if answer.mimetype == "text/html" else read(answer)
            if told := Shown(text + str(answer.headers)).leaks(one, years=False, besides=own_words):
                found[one.upload.filename] = told
    assert found == {}


def _words(answer: Any) -> str:
    parts = zipfile.ZipFile(io.BytesIO(answer.data))
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", parts.read(name).decode()) for name in parts.namelist()))


def test_no_table_and_no_ranking_tells_who_they_are(seen: tuple[FlaskClient, str, Ranked]) -> None:
    client, url, _ = seen
    workbook = load_workbook(io.BytesIO(client.get(f"{url}/ranking.xlsx").data)).active
    texts = [client.get(f"{url}/ranking.{form}").text for form in ("csv", "json")]
    texts.append(" ".join(str(cell.value) for row in workbook.iter_rows() for cell in row))
    texts += [visible(client.get(f"{url}?page={page}").text) for page in range(1, 11)]

    shown = Shown(" ".join(texts))
    assert [one.upload.filename for one in RESUMES if shown.leaks(one, years=False)] == []
    assert [one.upload.filename for one in RESUMES if one.upload.filename.casefold() in shown.low] == []


def test_the_json_of_a_masked_report_tells_nobody_either(seen: tuple[FlaskClient, str, Ranked]) -> None:
    found = {}
    for row in seen[2].blind.rows:
        one = RESUMES[int(row.alias.removeprefix("A")) - 1]
        assert row.match is not None
        # The cards of the bank are our own words.
        bare = replace(row.match, gaps=(), tips=())
        text = to_json(Screening(None, None, seen[2].blind.as_of, (replace(row, match=bare),)))
        if told := Shown(text).leaks(one, years=False):
            found[one.upload.filename] = told
    assert found == {}
