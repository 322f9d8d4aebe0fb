"""What templates may call: the words and sentences of reports, the same for the web and for files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.reports import advice, language, phrases, words

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["ReportView", "install", "markdown_text"]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]|<>~&])")
# These mean something at the start of a line only: headings, lists, rules.
_AT_START = re.compile(r"^(\s*)(?=[#+=-]|\d+[.)])(\d*)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ReportView:
    """How a page shows a report.

    Args:
        only_open: leave out what is met.
        open_all: open every row and every card, as on paper.
        printing: leave out what only a screen can use.
        text_url: the page of the text, if there is one, for links to lines.
        base_url: the page itself, if it can be asked for other views.
        advice: tell the reader what to do; the reports of others are shown without.
        tick_url: where a study card is ticked off, if it can be.
        done: ids of the cards that are.
        practice_url: where one card is asked after the other, if it can be.
        whole_gaps: for how many gaps, dearest first, the cards are shown whole. Later ones are named and lead to
            practice: who has so many gaps learns nothing from a hundred cards on one page, and it would be heavy.
    """

    only_open: bool = False
    open_all: bool = False
    printing: bool = False
    text_url: str | None = None
    base_url: str | None = None
    advice: bool = True
    tick_url: str | None = None
    done: frozenset[str] = frozenset()
    practice_url: str | None = None
    whole_gaps: int = 8


def install(environment: Environment) -> None:
    """Give an environment the functions and filters that the report's templates use."""
    environment.add_extension("jinja2.ext.i18n")
    # The policy lets a text be broken over lines in a template. Texts that are written there count as safe markup,
    # their variables do not; texts that come from elsewhere take the filter, which trusts nothing.
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["tr"] = language.gettext
    environment.globals["language_code"] = language.current
    environment.globals["badge_of"] = words.badge
    environment.globals["words"] = words
    environment.globals["phrases"] = phrases
    environment.globals["advice"] = advice
    environment.filters["points"] = phrases.points
    environment.filters["hundredths"] = phrases.hundredths
    environment.filters["whole"] = phrases.whole
    environment.filters["day"] = phrases.day
    environment.filters["weekday"] = phrases.weekday
    environment.filters["md"] = markdown_text


def markdown_text(text: str, *, trim: bool = True) -> str:
    """Return a text in which Markdown and HTML find nothing of theirs.

    Line ends become spaces; ``trim`` drops the spaces at both ends too.

    Example: "<script>" and "[x](http://...)" from a resume stay what they look like.
    """
    joined = _SPACES.sub(" ", text)
    return _AT_START.sub(r"\1\2\\", _MARKDOWN.sub(r"\\\1", joined.strip() if trim else joined))
