"""The English of the interface stands in one catalogue, and nothing of it is written past the catalogue."""

from __future__ import annotations

import gettext as catalogues
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from jinja2 import nodes

from matcher.pipeline import Matcher
from matcher.reports import language, phrases
from matcher.web import create_app
from tests.house.catalogue import CATALOGUE, TEMPLATES, catalogue_text, environment, templates
from tests.web.conftest import RESUME

# The workspace's pages and the API's are not candidates' pages; their texts come into the catalogue with their rework.
_LATER = ("account/", "profiles/", "recruiter/", "team/", "api.html")
_ALREADY = {"recruiter/role.html", "recruiter/roles.html"}
_MARKED = {"_", "gettext", "ngettext"}
_TRANS = re.compile(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", re.DOTALL)
_JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TOLD_IN_TAGS = re.compile(r'\b(?:aria-label|alt|title|placeholder|data-[a-z-]+)="([^"]*[A-Za-z]{2}[^"]*)"')
_WORDS = re.compile(r"[A-Za-z]{2,}")
_SENTENCE = re.compile(r"[A-Za-z]{2,}[,.]? [A-Za-z]{2,}|^[A-Z][a-z]+")
# The name of the program is its name everywhere.
_NAMES = {"Matcher"}


def test_the_catalogue_holds_the_texts_of_today() -> None:
    assert CATALOGUE.read_text("utf-8") == catalogue_text(), 'run "make texts"'


def of_candidates() -> list[Path]:
    names = {path: path.relative_to(TEMPLATES).as_posix() for path in templates()}
    return [path for path, name in names.items() if name in _ALREADY or not name.startswith(_LATER)]


@pytest.mark.parametrize("path", of_candidates(), ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_no_template_holds_a_bare_text(path: Path) -> None:
    plain = _JINJA.sub("\0", _TRANS.sub("\0", path.read_text("utf-8")))
    in_tags = [one for one in _TOLD_IN_TAGS.findall(plain) if one not in _NAMES]
    between = re.sub(r"<[^>]*>", " ", plain)

    assert in_tags == []
    assert [one for one in _WORDS.findall(between) if one not in _NAMES] == []


@pytest.mark.parametrize("path", of_candidates(), ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_no_expression_holds_a_bare_text_and_no_mark_trusts_a_variable(path: Path) -> None:
    tree = environment().parse(path.read_text("utf-8"))
    marked: set[int] = set()
    trusted = []
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr == "count":
            marked |= {id(one) for one in call.args[1:] if isinstance(one, nodes.Const) and one.value in phrases.NOUNS}
        if isinstance(call.node, nodes.Name) and call.node.name in _MARKED:
            # What is marked counts as safe markup, so it must be written here and not come from somewhere.
            wanted = call.args[: 2 if call.node.name == "ngettext" else 1]
            trusted += [one for one in wanted if not isinstance(one, nodes.Const)]
            marked |= {id(one) for one in call.find_all(nodes.Const)}

    bare = [
        one.value
        for one in tree.find_all(nodes.Const)
        if isinstance(one.value, str) and id(one) not in marked and _SENTENCE.search(one.value)
    ]

    assert trusted == []
    assert bare == []


class Brackets(catalogues.NullTranslations):
    """A language that tells of each text that it went through the catalogue."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


class Bare(HTMLParser):
    """Collects what stands outside of all brackets; choices of a list are data."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._depth = 0
        self._data = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._data += tag in {"option", "dt", "dd"}

    def handle_endtag(self, tag: str) -> None:
        self._data -= tag in {"option", "dt", "dd"}

    def handle_data(self, data: str) -> None:
        for part in re.split(r"([⟦⟧])", data):
            self._depth += (part == "⟦") - (part == "⟧")
            if (
                not self._depth
                and not self._data
                and _WORDS.search(part)
                and part.strip() not in _NAMES | {"· Matcher"}
            ):
                self.found.append(part.strip())


@pytest.fixture
def bracketed(matcher: Matcher) -> Iterator[FlaskClient]:
    app = create_app({"TESTING": True, "MATCHER": matcher})
    language.use(language.Language("x-brackets", Brackets()))
    with app.test_client() as client:
        yield client
    language.use("en")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/questions?q=zebra",
        "/questions/practice?q=zebra",
        "/deleted",
        "/about",
        "/reports/" + "a" * 32,
        "/nothing",
    ],
)
def test_a_page_without_a_resume_speaks_another_language_all_through(bracketed: FlaskClient, path: str) -> None:
    page = bracketed.get(path).text
    bare = Bare()
    bare.feed(page)

    assert '<html lang="x-brackets"' in page
    assert bare.found == []


def test_the_pages_of_a_report_speak_it_but_for_what_the_report_says(bracketed: FlaskClient) -> None:
    sent = {"text": RESUME.decode(), "role": "lead-backend-engineer"}
    report = bracketed.post("/", data=sent).location

    for path, words in (
        ("", "⟦What to do next⟧"),
        ("", "⟦Not shown yet⟧"),
        ("/text", "⟦The text, line by line⟧"),
        ("/asked", "⟦Is something missing?⟧"),
        ("/again", "⟦See what changed⟧"),
        ("/plan", "⟦Make the plan⟧"),
        ("/practice", "⟦Show what a good answer covers⟧"),
        ("/file/html", "⟦Must-haves⟧"),
    ):
        assert words in bracketed.get(report + path).text, path
