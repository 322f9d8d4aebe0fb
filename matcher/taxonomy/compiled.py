"""The compiled form: the whole Taxonomy as one JSON text, so that a start needs neither YAML nor pydantic."""

from __future__ import annotations

import gc
import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any, TypeVar

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
    SkillId,
    Source,
    Tip,
)
from matcher.domain.document import SectionKind
from matcher.taxonomy.index import AssertionCue, Lexicon, Signal, Taxonomy

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["FORM", "dump", "load"]

Row = TypeVar("Row", bound="DataclassInstance")

# Raise when the records change: a text of another form is never read.
FORM = 6
_NAMES = [field.name for field in fields(Taxonomy)]
_ALIASES, _TUPLES = 3, slice(5, 9)
_SKILLS, _QUESTIONS, _LEXICON = map(_NAMES.index, ("skills", "questions", "lexicon"))


def dump(taxonomy: Taxonomy) -> str:
    """Write a taxonomy as JSON: each record a list of its fields in their order.

    A start reads this text every time. So skills and their aliases are written field by field (see ``_records``),
    implied skills are numbers of the skills' order, and word lists are one string each. The questions are a text
    within the text, which is not opened before they are asked for.
    """
    content = _plain(replace(taxonomy, skills={}))
    content[_SKILLS] = _columns(taxonomy)
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


def _columns(taxonomy: Taxonomy) -> list[Any]:
    skills = taxonomy.skills.values()
    aliases = [alias for skill in skills for alias in skill.aliases]
    rules = [[number, _plain(alias.rule)] for number, alias in enumerate(aliases) if alias.rule]
    columns = [[_plain(getattr(skill, field.name)) for skill in skills] for field in fields(Skill)]
    columns[_ALIASES] = [len(skill.aliases) for skill in skills]
    return [[alias.text for alias in aliases], rules, columns]


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _taxonomy(row: list[Any]) -> Taxonomy:
    (version, digest, skills, areas, requirements, roles, questions, sources, tips, policy, lexicon, implied) = row
    made = _skills(*skills)
    return Taxonomy(
        version=version,
        hash=digest,
        skills=made,
        areas=areas,
        requirements={name: _requirement(item) for name, item in requirements.items()},
        roles={name: _role(item) for name, item in roles.items()},
        questions=_Questions(questions),
        sources={name: Source(*item) for name, item in sources.items()},
        tips=tuple(Tip(*map(_tuple, item)) for item in tips),
        policy=Policy(*policy),
        lexicon=_lexicon(lexicon),
        _implied=_followed(tuple(made), implied),
    )


def _followed(names: tuple[Any, ...], implied: dict[Any, list[int]]) -> dict[Any, tuple[Any, ...]]:
    at = names.__getitem__
    return {name: tuple(map(at, item)) for name, item in implied.items()}


def _tuple(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _skills(texts: list[Any], rules: list[Any], columns: list[list[Any]]) -> dict[SkillId, Skill]:
    ruled: list[AmbiguityRule | None] = [None] * len(texts)
    for number, rule in rules:
        ruled[number] = AmbiguityRule(*map(_tuple, rule))
    aliases = iter(_records(Alias, [texts, ruled]))
    columns[_ALIASES] = [tuple(islice(aliases, count)) for count in columns[_ALIASES]]
    columns[_TUPLES] = [list(map(tuple, column)) for column in columns[_TUPLES]]
    return {skill.id: skill for skill in _records(Skill, columns)}


def _records(record: type[Row], columns: list[list[Any]]) -> list[Row]:
    """Make frozen records from their fields, one field of all records at a time.

    Thousands of calls of a frozen record's constructor were the longest part of a start.
    """
    if len({len(column) for column in columns}) != 1:
        raise ValueError("another form")
    made = list(map(object.__new__, repeat(record, len(columns[0]))))
    for field, column in zip(fields(record), columns, strict=True):
        deque(map(getattr(record, field.name).__set__, made, column), maxlen=0)
    return made


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
