"""The compiled form: the whole Taxonomy as one JSON text, so that a start needs neither YAML nor pydantic."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from matcher.domain.catalogue import (
    Alias,
    AmbiguityRule,
    Criteria,
    Importance,
    Policy,
    Question,
    QuestionId,
    QuestionKind,
    Requirement,
    RequirementKind,
    Role,
    Skill,
    Source,
    Tip,
)
from matcher.domain.document import SectionKind
from matcher.taxonomy.index import AssertionCue, Lexicon, Signal, Taxonomy

__all__ = ["FORM", "dump", "load"]

# Raise when the records change: a text of another form is never read.
FORM = 5
_NAMES = [field.name for field in fields(Taxonomy)]
_LEXICON, _QUESTIONS = _NAMES.index("lexicon"), _NAMES.index("questions")


def dump(taxonomy: Taxonomy) -> str:
    """Write a taxonomy as JSON: each record a list of its fields in their order.

    A start reads this text every time, so it is kept short: aliases are one string if none of them has a rule, the
    empty fields at the end of a rule are left out, implied skills are numbers of the skills' order, and word lists
    are one string each. The questions are a text within the text, which is not opened before they are asked for.
    """
    content = _plain(taxonomy)
    questions = [_plain(question) for question in taxonomy.questions.values()]
    content[_QUESTIONS] = json.dumps(questions, ensure_ascii=False, separators=(",", ":"))
    numbers = {name: number for number, name in enumerate(taxonomy.skills)}
    content[-1] = {name: [numbers[skill] for skill in implied] for name, implied in content[-1].items()}
    content[_LEXICON][-1] = {name: "\n".join(words) for name, words in taxonomy.lexicon.words.items()}
    return json.dumps({"form": FORM, "taxonomy": content}, ensure_ascii=False, separators=(",", ":"))


def load(text: str | bytes) -> Taxonomy:
    """Read what ``dump`` wrote.

    Raises:
        ValueError: the text is no JSON or of another form.
    """
    # All of these many small objects stay; looking for garbage among them took a quarter of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        # Decoded here because json guesses the encoding of bytes first, which is slower.
        content = json.loads(text if isinstance(text, str) else text.decode())
        if not isinstance(content, dict) or content.get("form") != FORM:
            raise ValueError("another form")
        return _taxonomy(content["taxonomy"])
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ValueError("another form") from error
    finally:
        if collecting:
            gc.enable()


def _plain(value: Any) -> Any:
    if isinstance(value, tuple) and value and all(isinstance(item, Alias) and not item.rule for item in value):
        return "\n".join(item.text for item in value)
    if isinstance(value, Alias):
        return [value.text, _plain(value.rule)] if value.rule else value.text
    if isinstance(value, AmbiguityRule):
        row = [_plain(getattr(value, field.name)) for field in fields(value)]
        while row and not row[-1]:
            row.pop()
        return row
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _taxonomy(row: list[Any]) -> Taxonomy:
    (version, digest, skills, areas, requirements, roles, questions, sources, tips, policy, lexicon, implied) = row
    return Taxonomy(
        version=version,
        hash=digest,
        skills={name: _skill(item) for name, item in skills.items()},
        areas=areas,
        requirements={name: _requirement(item) for name, item in requirements.items()},
        roles={name: _role(item) for name, item in roles.items()},
        questions=_Questions(questions),
        sources={name: Source(*item) for name, item in sources.items()},
        tips=tuple(Tip(*map(_tuple, item)) for item in tips),
        policy=Policy(*policy),
        lexicon=_lexicon(lexicon),
        _implied=_followed(tuple(skills), implied),
    )


def _followed(names: tuple[Any, ...], implied: dict[Any, list[int]]) -> dict[Any, tuple[Any, ...]]:
    at = names.__getitem__
    return {name: tuple(map(at, item)) for name, item in implied.items()}


def _tuple(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _skill(row: list[Any]) -> Skill:
    identifier, name, area, aliases, kind, broader, implies, related, sources, spelling = row
    return Skill(
        identifier,
        name,
        area,
        _aliases(aliases),
        kind,
        tuple(broader),
        tuple(implies),
        tuple(related),
        tuple(sources),
        spelling,
    )


def _aliases(given: str | list[Any]) -> tuple[Alias, ...]:
    if type(given) is str:
        return tuple(map(Alias, given.split("\n")))
    return tuple([Alias(alias) if type(alias) is str else _ruled(*alias) for alias in given])


def _ruled(text: str, rule: list[Any]) -> Alias:
    return Alias(text, AmbiguityRule(*map(_tuple, rule)))


def _requirement(row: list[Any]) -> Requirement:
    # A quote belongs to a job description, never to the taxonomy; it is the last field.
    *plain, criteria, checklist, sources, _quote = map(_tuple, row)
    plain[2], plain[3] = Importance(plain[2]), RequirementKind(plain[3])
    plain += [criteria and Criteria(*criteria), checklist, sources]
    return Requirement(*plain)


def _role(row: list[Any]) -> Role:
    identifier, title, seniority, summary, requirements, sources = row
    return Role(identifier, title, seniority, summary, tuple(map(_requirement, requirements)), tuple(sources))


def _question(row: list[Any]) -> Question:
    identifier, prompt, kind, *rest = map(_tuple, row)
    return Question(identifier, prompt, QuestionKind(kind), *rest)


class _Questions(Mapping[QuestionId, Question]):
    """The questions, read from their text when the first of them is asked for: only a report needs them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: dict[QuestionId, Question] | None = None

    def _all(self) -> dict[QuestionId, Question]:
        if self._read is None:
            self._read = {question.id: question for question in map(_question, json.loads(self._text))}
        return self._read

    def __getitem__(self, key: QuestionId) -> Question:
        return self._all()[key]

    def __iter__(self) -> Iterator[QuestionId]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def _lexicon(row: list[Any]) -> Lexicon:
    headings, cues, terminators, signals, words = row
    kinds = {kind.value: kind for kind in SectionKind}
    return Lexicon(
        headings={heading: kinds[kind] for heading, kind in headings.items()},
        cues=tuple(AssertionCue(*cue) for cue in cues),
        terminators=tuple(terminators),
        signals={name: Signal(*map(_tuple, item)) for name, item in signals.items()},
        words={name: tuple(item.split("\n")) if item else () for name, item in words.items()},
    )
