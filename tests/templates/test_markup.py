from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from matcher.taxonomy.index import Taxonomy
from tests.conftest import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CONTROLS = {"input", "select", "textarea"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """Collects what the rules look at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.tags if tag in names]


@pytest.fixture
def parsed(pages: dict[str, str]) -> dict[str, Page]:
    return {name: Page(text) for name, text in pages.items()}


def test_every_page_is_well_formed_and_has_one_head_line(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        assert (page.wrong, page.open) == ([], []), name
        assert len(page.all("h1")) == 1, name
        assert len(page.all("main")) == 1, name
        assert page.all("html")[0]["lang"] == "en", name


def test_no_level_of_headings_is_skipped(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        # The summary of problems stands above the title, where a reader's eye and a screen reader begin.
        levels = levels[1:] if "problem" in name else levels
        assert all(after - before <= 1 for before, after in pairwise(levels)), (name, levels)


def test_every_control_has_its_label(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        labels = {attrs.get("for") for attrs in page.all("label")}
        controls = [attrs for attrs in page.all(*CONTROLS) if attrs.get("type") != "hidden"]
        assert [attrs["id"] for attrs in controls if attrs["id"] not in labels] == [], name


def test_every_table_tells_what_its_heads_are_for(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        assert all(attrs.get("scope") in {"row", "col"} for attrs in page.all("th")), name
        assert len(page.all("caption")) == len(page.all("table")), name


def test_ids_are_unique_and_links_inside_a_page_arrive(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        ids = Counter(attrs["id"] for _, attrs in page.tags if attrs.get("id"))
        assert {one: count for one, count in ids.items() if count > 1} == {}, name
        inside = {attrs["href"][1:] for attrs in page.all("a") if (attrs.get("href") or "").startswith("#")}  # type: ignore[index]
        assert inside - set(ids) == set(), name
        described = {
            one for _, attrs in page.tags for key in ("aria-describedby", "aria-labelledby")
            for one in (attrs.get(key) or "").split()
        }  # fmt: skip
        assert described - set(ids) == set(), name


def test_nothing_is_loaded_from_elsewhere_and_no_script_is_needed(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        assert page.all("iframe", "object", "embed") == [], name
        # Scripts of our own, which only save reloads; the page that stands alone goes without.
        scripts = [attrs.get("src") for attrs in page.all("script")]
        own = ["/static/app.js"] + (["/static/progress.js"] if name == "screening running" else [])
        assert scripts == ([] if name == "stand-alone" else own), name
        for tag, attrs in page.tags:
            assert "style" not in attrs, name
            assert not [key for key in attrs if key.startswith("on")], name
            for key in ("href", "src", "action"):
                assert not (attrs.get(key) or "").startswith(("http:", "https:", "//", "data:", "javascript:")), name
            if tag == "style":
                assert name == "stand-alone"


def test_drawings_are_named_or_silent(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        drawings = [attrs for attrs in page.all("svg") if "x" not in attrs]
        assert all(attrs.get("aria-hidden") == "true" or attrs.get("aria-label") for attrs in drawings), name


def test_no_page_says_what_the_guide_forbids(pages: dict[str, str], taxonomy: Taxonomy) -> None:
    # Resumes and study cards may use any word; what we say ourselves may not.
    cards = [point for card in taxonomy.questions.values() for point in (card.prompt, *card.answer_points)]
    for name, text in pages.items():
        if name in {"api", "stand-alone"}:
            continue
        main = html.unescape(re.sub(r"<[^>]+>", " ", text.split("<main")[1].split("</main>")[0]))
        for words in cards:
            main = main.replace(words, "")
        said = re.search(r"match score|top candidate|best match|knocked out|rejected(?! here)", main, re.IGNORECASE)
        assert not said, name


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_only_the_macro_writes_badges(path) -> None:
    text = path.read_text("utf-8")

    assert ('class="badge' in text) == (path.name == "_macros.html")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_switches_escaping_off(path) -> None:
    text = path.read_text("utf-8")
    unescaped = text.count("|safe") + text.count("autoescape false") + text.count("Markup")

    # The one exception is our own stylesheet in the page that stands alone.
    assert unescaped == (1 if path.name == "standalone.html" else 0)
