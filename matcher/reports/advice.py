"""What the candidate can do with the report: strengths to open with, the smallest true change, a story's prompts.

Nothing here writes a sentence for the candidate: frames have gaps that only the one who did the work can fill.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.domain.judgement import Shortfall, Status, Verdict
from matcher.domain.report import Report, RequirementResult
from matcher.reports.language import gettext, ngettext
from matcher.reports.phrases import Quoted, and_list, or_list, quotes_of

__all__ = [
    "ADVICE",
    "FRAME",
    "Prompt",
    "SmallestChange",
    "Story",
    "Strength",
    "listed_not_shown",
    "smallest_change",
    "story_of",
    "story_prompts",
    "strengths",
]

_MOST_STRENGTHS = 6
_MOST_NAMES = 3
_MOST_LINES = 2
_TOLD = frozenset({"experience", "projects", "volunteering", "summary"})
_EARNED = frozenset({"education", "certifications"})
FRAME = "[What you built, ran or changed] with {names} [for whom], [what came of it]."
_OF_THE_LINE = {
    Shortfall.LOWER_LEVEL: "The line shows use. If you designed, owned or led it, let the line say so.",
    Shortfall.SUPERVISED: "The line tells of helping or of an internship. If you have done it on your own since, one "
    "sentence in that job would show it.",
    Shortfall.TOO_FEW_YEARS: "If an earlier job used it too, name it there: the months of both count.",
    Shortfall.LIMITED: "A part of it is shown. If the rest is true of you, add it to the line or give it its own.",
}
ADVICE: Mapping[Shortfall, tuple[str, str]] = {
    Shortfall.LISTED_ONLY: (
        "{names} is only listed. If you have used it, one sentence in the job where you did would show it.",
        "{names} are only listed. If you have used one of them, one sentence in the job where you did would show it.",
    ),
    Shortfall.WEAK_CLAIM: (
        "{names} is told as familiarity. If you have used it in work, one sentence in that job would show it.",
        "{names} are told as familiarity. If you have used one of them in work, a sentence in that job would show it.",
    ),
    Shortfall.RELATED_ONLY: (
        "{names} is near to it. If you have used what is asked itself, name it in the job where you did.",
        "{names} are near to it. If you have used what is asked itself, name it in the job where you did.",
    ),
    Shortfall.STUDY_ONLY: (
        "It is shown in study. If a paid job used {names} too, name it there.",
        "It is shown in study. If a paid job used {names} too, name them there.",
    ),
    Shortfall.HOBBY_ONLY: (
        "It is shown in a private project. If a paid job used {names} too, name it there.",
        "It is shown in a private project. If a paid job used {names} too, name them there.",
    ),
    Shortfall.STALE: (
        "If you have used {names} since, name it in the newer job.",
        "If you have used {names} since, name them in the newer job.",
    ),
    **{short: (told, told) for short, told in _OF_THE_LINE.items()},
}
"""What would be a small and true change, told of one name and of several."""
_FRAMED = frozenset({Shortfall.LISTED_ONLY, Shortfall.WEAK_CLAIM, Shortfall.SUPERVISED})
# Figures that tell an outcome; a year is none, nor a version ("Java 17", "OAuth 2.0") after a name.
_FIGURE = re.compile(r"(?<![\w.,-])(?!(?:19|20)\d\d\b)\d[\d.,]*\d?\s?(?:%|percent|ms|s\b|x\b|k\b|million|hours?|days?|"
                     r"minutes?|seconds?|people|engineers?|users?|services?|requests?)?", re.IGNORECASE)  # fmt: skip
# The first word of a sentence is no name: "Mentored 4 engineers".
_AFTER_NAME = re.compile(r"(?<=[^.!?]\s)\b[A-Z][\w.+#]*\s$")
_TOGETHER = re.compile(r"\b(?:we|our|team|together|jointly)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Strength:
    """A requirement that is shown, with the quote that shows it best."""

    result: RequirementResult
    quote: Quoted


@dataclass(frozen=True, slots=True)
class SmallestChange:
    """What one true sentence would have to say, and what it is worth. ``frame`` is empty where a word is enough."""

    result: RequirementResult
    advice: str
    frame: str
    gain: float


@dataclass(frozen=True, slots=True)
class Prompt:
    """One step of a story told as situation, task, action, result."""

    word: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Story:
    """The lines that a story can start from, whether they are about the requirement itself, and its four prompts."""

    quotes: tuple[Quoted, ...]
    own: bool
    prompts: tuple[Prompt, ...]


def strengths(report: Report) -> tuple[Strength, ...]:
    """Return what the resume shows best: the heaviest requirements that a line of it tells, not only lists.

    Each is told by a line of its own, as somebody who tells the same story twice has told one.
    """
    best: dict[str, Strength] = {}
    for one in sorted(report.requirements, key=lambda one: -one.weight):
        told = [proof for proof in one.evidence if proof.section in _TOLD | _EARNED]
        quote = next((quote for quote in quotes_of(told) if quote.text not in best), None)
        if one.status is Status.MET and quote is not None:
            best[quote.text] = Strength(one, quote)
    return tuple(best.values())[:_MOST_STRENGTHS]


def smallest_change(result: RequirementResult, gain: float = 0.0) -> SmallestChange | None:
    """Return the smallest change that would show a requirement more fully, for one who can truly make it.

    None where the resume says nothing to build on: advice to add a skill would be advice to invent it.
    """
    if result.status is not Status.PARTIAL or not result.evidence:
        return None
    short = next((one for one in result.shortfalls if one in ADVICE), None)
    if short is None:
        return None
    names = _names(result, short)
    advice = ngettext(*ADVICE[short], len(names)).format(names=and_list(names))
    frame = gettext(FRAME).format(names=or_list(names)) if short in _FRAMED else ""
    return SmallestChange(result, advice, frame, gain)


def _names(result: RequirementResult, short: Shortfall) -> list[str]:
    """Return what the resume calls it, in its own words, each once whatever its capitals.

    Where something is only listed, lines of work that show a neighbour of it ("Java" for Kotlin) do not name it.
    A doing ("Maintained SOAP interfaces") is no name; there the requirement's own stands in.
    """
    listed = [one for one in result.evidence if one.section not in _TOLD] if short is Shortfall.LISTED_ONLY else []
    words: dict[str, str] = {}
    for one in listed or result.evidence[:1]:
        if one.skill is None:
            continue
        word = " ".join(one.text[slice(*one.hit)].split())
        words.setdefault(word.casefold(), word)
    return list(words.values())[:_MOST_NAMES] or [result.label]


def listed_not_shown(report: Report) -> tuple[SmallestChange, ...]:
    """Return the changes for what is named without work that used it, dearest first."""
    gains = {one.requirement: one.gain for one in report.gaps}
    named = (one for one in report.requirements if one.verdict is Verdict.LISTED)
    changes = (smallest_change(one, gains.get(one.id, 0.0)) for one in named)
    return tuple(sorted((one for one in changes if one is not None), key=lambda one: -one.gain))


def story_of(report: Report, requirement: str) -> Story:
    """Return what a story about a requirement can start from.

    Where no line tells of it, the strongest lines stand in, those with an outcome first: interviewers ask for something
    that was done, and one of these may hold it.
    """
    found = (one for one in report.requirements if one.id == requirement)
    told = [evidence for one in found for evidence in one.evidence if evidence.section in _TOLD]
    quotes = quotes_of(told)[:_MOST_LINES]
    if quotes:
        return Story(quotes, own=True, prompts=story_prompts(quotes))
    strong = [one.quote for one in strengths(report) if one.quote.evidence.section in _TOLD]
    by_outcome = sorted({one.text: one for one in strong}.values(), key=lambda one: not _figures(one.text))
    return Story(tuple(by_outcome[:_MOST_LINES]), own=False, prompts=story_prompts(()))


def story_prompts(quotes: Sequence[Quoted]) -> tuple[Prompt, ...]:
    """Return the four prompts of a story, made for the lines it starts from.

    Example: for "We cut the nightly run from 40 to 3 minutes" the action asks which part was one's own, the result
    how 40 and 3 minutes were measured.
    """
    text = " ".join(one.text for one in quotes)
    action = gettext("What did you do yourself, step by step, and what did you decide against?")
    if _TOGETHER.search(text):
        action = gettext("The line tells of a team. Which part was yours, and what did you decide yourself?")
    figures = _figures(text)
    result = gettext("What was different afterwards, and how could anybody tell?")
    if figures:
        told = gettext("The line gives {figures}. How was it measured, and what did it mean for the users?")
        result = told.format(figures=and_list(figures))
    elif quotes:
        result = f"{gettext('The line gives no figure.')} {result}"
    return (
        Prompt(gettext("Situation"), gettext("Where and when was it, who needed it, and what was at stake?")),
        Prompt(gettext("Task"), gettext("What was yours to do, and what would have happened without it?")),
        Prompt(gettext("Action"), action),
        Prompt(gettext("Result"), result),
    )


def _figures(text: str) -> list[str]:
    found = (
        match.group().strip().rstrip(".,")
        for match in _FIGURE.finditer(text)
        if not _AFTER_NAME.search(text[: match.start()])
    )
    return list(dict.fromkeys(found))[:_MOST_NAMES]
