"""What kind of work each position was, and how many months of it count as back-end work."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.domain.candidate import Assertion, Position, SkillMention
from matcher.domain.document import Document, Span, Statement
from matcher.domain.folding import fold
from matcher.evidence.cue_patterns import CueBook, Words, cue_book, lower
from matcher.taxonomy.tables import once_per_lists

__all__ = ["BACKEND", "NEIGHBOUR", "OPERATIONS", "bare_lists", "find_trades", "headline_trade", "trade_of"]

BACKEND = "backend"
NEIGHBOUR = "neighbour"
OPERATIONS = "operations"
_SYSTEMS = "systems"
_BY_TITLE = (
    "volunteer",
    "internship",
    "research",
    "test",
    BACKEND,
    _SYSTEMS,
    OPERATIONS,
    NEIGHBOUR,
    "frontend",
    "analysis",
    "manager",
    "elsewhere",
    "software",
)
_OPEN = frozenset({"software", "manager", ""})
_SIDES = ("server", "screen")
_COLLEAGUES = "colleague"
_MADE = "made"
_DEVELOPERS = "developers"
_PIECE = re.compile(r"[,:;.]")
_HEADLINE = 400
_FIRST = re.compile(r"[,|\u00b7\u2022\u2013\u2014\n]")
_MANAGER_NEEDS = 3
_SHORT_WORD = 3
_SMALL_IN_TITLES = 2
_LONGEST_TITLE = 6
_LIST_NAMES = 4
_LIST_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class _Lean:
    """What the lines of a job speak for: work on the server, of it what tells of making, and work on the screen."""

    server: int
    screen: int
    making: int
    frameworks: int


@dataclass(frozen=True, slots=True)
class _Books:
    """The cues of lexicon/work_titles.yaml, compiled: trades by title, titles of makers, words of either side."""

    titles: CueBook
    made: CueBook
    developers: CueBook
    sides: CueBook


def find_trades(
    document: Document,
    positions: Sequence[Position],
    lists: Sequence[Span],
    mentions: Sequence[SkillMention],
    words: Words,
) -> tuple[str, ...]:
    """Name the trade of each position: by its title, and where that says little by what was done.

    "Software Engineer" with Spring and PostgreSQL in its lines is back-end work; with React alone it is front end.
    A contract without a title takes the trade of the headline ("Independent contractor, server-side development").

    Args:
        document: the resume.
        positions: its jobs.
        lists: what ``bare_lists`` returned.
        mentions: the skills it names.
        words: the lexicon.
    """
    told = [
        one
        for one in mentions
        if one.assertion is Assertion.CLAIMED and not any(span.contains(one.span) for span in lists)
    ]
    claimed = [one for one in mentions if one.assertion is Assertion.CLAIMED]
    headline = headline_trade(document, positions, words)
    trades = []
    for position, body in zip(positions, _bodies(positions), strict=True):
        inside, shown = (
            [one for one in group if position.span.contains(one.span) or body.contains(one.span)]
            for group in (claimed, told)
        )
        trades.append(_trade(document, position, body, inside, shown, words, headline))
    return _with_untold(positions, trades, words)


def _with_untold(positions: Sequence[Position], trades: Sequence[str], words: Words) -> tuple[str, ...]:
    """Give a developer's job of which nothing is told the trade of the others, where these are all of the back end."""
    told = {trade for trade in trades if trade in {BACKEND, "frontend", "test", NEIGHBOUR, OPERATIONS}}
    if told != {BACKEND}:
        return tuple(trades)
    return tuple(
        BACKEND if trade == "software" and one.span.end <= one.head.end and _develops(one.title or "", words) else trade
        for one, trade in zip(positions, trades, strict=True)
    )


def headline_trade(document: Document, positions: Sequence[Position], words: Words) -> str:
    """Return the trade that the text above the first job names, "" where none."""
    first = min((position.span.start for position in positions), default=len(document.text))
    text = document.text[: min(first, _HEADLINE)]
    # The name stands first, and is read apart: "Go Tanaka, developer" is no "Go developer".
    name = len(_FIRST.split(text, 1)[0])
    named = {trade_of(text[:name], words), trade_of(text[name:], words)}
    return next((tag for tag in _BY_TITLE if tag in named), "")


def trade_of(text: str, words: Words) -> str:
    """Return the trade that a text names first in the order of the lexicon, "" where none."""
    tags = {hit.tag for hit in _work_books(words).titles.find(lower(fold(text).text))}
    return next((tag for tag in _BY_TITLE if tag in tags), "")


def _bodies(positions: Sequence[Position]) -> list[Span]:
    """Return where each job is told: in itself, or where it is but a head, in the next one of the same employer.

    Example: "Principal Engineer (2022 - present)" above "Senior Engineer (2019 - 2022)" above what was done.
    """
    spans = [position.span for position in positions]
    for number in range(len(positions) - 2, -1, -1):
        mine, below = positions[number], positions[number + 1]
        if mine.span.end <= mine.head.end and below.company in {mine.company, None}:
            spans[number] = spans[number + 1]
    return spans


def bare_lists(
    document: Document, statements: Sequence[Statement], mentions: Sequence[SkillMention]
) -> tuple[Span, ...]:
    """Return the statements that are hardly more than names of skills: "Java, Spring, AWS, Docker, Kubernetes"."""
    found = []
    spans = sorted({one.span for one in mentions})
    starts = [span.start for span in spans]
    for statement in statements:
        begun = spans[bisect_left(starts, statement.span.start) : bisect_left(starts, statement.span.end + 1)]
        inside = [span for span in begun if span.end <= statement.span.end]
        if len(inside) < _LIST_NAMES:
            continue
        letters = sum(char.isalnum() for char in document.quote(statement.span))
        taken = {at for span in inside for at in range(span.start, span.end) if document.text[at].isalnum()}
        if len(taken) >= letters * _LIST_SHARE:
            found.append(statement.span)
    return tuple(found)


def _trade(
    document: Document,
    position: Position,
    body: Span,
    mentions: Sequence[SkillMention],
    shown: Sequence[SkillMention],
    words: Words,
    headline: str,
) -> str:
    title = None if _tells(position.title or "") else position.title
    # "Data Scientist, Tern: models of the grid": of a line that goes on, what stands before the first comma.
    begun = _PIECE.split(position.title or "", maxsplit=1)[0]
    told = title is None and position.title is not None
    titled = trade_of(begun if told else title or "", words)
    titled = titled or ("" if told else trade_of(document.quote(position.head), words))
    if titled == "elsewhere":
        return "other"
    if titled == _SYSTEMS:
        # The title of developers at some firms, of operators at others: a framework for servers tells.
        return BACKEND if any(one.skill.startswith("frameworks") for one in mentions) else OPERATIONS
    if titled not in _OPEN:
        return titled
    if titled == "" and title is not None and _names_no_trade(position, title, mentions, words):
        title = None
    plain = titled == "software" or (titled == "" and title is None)
    # Under a title that is not of the trade a bare list of names does not make a back-end job.
    lean = _lean(document, body, mentions if plain else shown, words)
    server, screen = lean.server, lean.screen
    if titled == "manager":
        shows = server >= _MANAGER_NEEDS
    elif plain:
        # An engineer or a consultant may run databases and clouds; a developer makes something with them.
        shows = lean.making > 0 or (server > 0 and _develops(title or "", words))
    else:
        shows = server >= _MANAGER_NEEDS and lean.frameworks > 0
    if shows and server >= screen:
        return BACKEND
    if titled == "manager":
        return titled
    if screen > server:
        return "frontend"
    if title is None and headline in {BACKEND, NEIGHBOUR, OPERATIONS}:
        return headline
    # "IT specialist: various tasks" is no back-end work, whatever the headline claims.
    if titled == "software" and headline == BACKEND and not screen and _says_made(title or "", words):
        return BACKEND
    return titled or "other"


def _names_no_trade(position: Position, title: str, mentions: Sequence[SkillMention], words: Words) -> bool:
    """Tell "Java and Oracle for councils" and "senior" in the place of a title.

    A head that names tools tells of work.
    """
    if title.casefold().strip(" .") in words.get("work_titles.grades", ()):
        return True
    return any(position.head.contains(one.span) for one in mentions)


def _tells(title: str) -> bool:
    """Tell a line of what was done, which took the place of a title: "moved the timetable to a Django site"."""
    small = sum(word[0].islower() and len(word) > _SHORT_WORD for word in title.split())
    return small > _SMALL_IN_TITLES and len(title.split()) > _LONGEST_TITLE


def _books(words: Words) -> _Books:
    def book(tags: Sequence[str], ending: str = "") -> CueBook:
        return cue_book(((tag, cue) for tag in tags for cue in words.get(f"work_titles.{tag}{ending}", ())), words)

    sides = book((*_SIDES, _COLLEAGUES), "_words")
    return _Books(book(_BY_TITLE), book((_MADE,)), book((_DEVELOPERS,)), sides)


_work_books = once_per_lists(_books)


def _says_made(text: str, words: Words) -> bool:
    return bool(_work_books(words).made.find(lower(fold(text).text)))


def _develops(title: str, words: Words) -> bool:
    return not title or bool(_work_books(words).developers.find(lower(fold(title).text)))


def _lean(document: Document, body: Span, mentions: Sequence[SkillMention], words: Words) -> _Lean:
    """Count what speaks for work on the server and what for work on the screen, each thing once.

    A language of servers counts where nothing speaks for the screen: "Developer: Java" is work on a server.
    """
    named = dict.fromkeys(mention.skill for mention in mentions)

    def count(name: str) -> int:
        areas = words.get(f"work_titles.{name}_areas", ())
        return sum(skill.partition(".")[0] in areas for skill in named)

    hits = list(_work_books(words).sides.find(lower(fold(document.quote(body)).text)))
    beside = [hit.span for hit in hits if hit.tag == _COLLEAGUES]
    tags = [hit.tag for hit in hits if not any(span.contains(hit.span) for span in beside)]
    told, screen = tags.count("server"), count("screen") + tags.count("screen")
    spoken = 0 if screen else sum(skill in words.get("work_titles.server_languages", ()) for skill in named)
    return _Lean(count("server") + told + spoken, screen, count("making") + told + spoken, count("framework"))
