"""The compiled form: the whole Taxonomy as lines of JSON, so that a start needs neither YAML nor pydantic."""

from __future__ import annotations

import gc
import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any, TypeVar

from matcher.domain.catalogue import (
    Alias,
    AmbiguityRule,
    Criteria,
    Crosswalk,
    Importance,
    Policy,
    Question,
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
Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")

# Raise when the records change: a text of another form is never read.
FORM = 12
_NAMES = [field.name for field in fields(Taxonomy)]
_ALIASES, _TUPLES = 3, slice(5, 9)
_SIGNALS = 3
_SKILLS, _LEXICON = map(_NAMES.index, ("skills", "lexicon"))


def dump(taxonomy: Taxonomy) -> str:
    """Write a taxonomy as JSON: each record a list of its fields in their order.

    A start reads this text every time. So skills and their aliases are written field by field (see ``_records``), what
    few skills have is written for those alone (see ``_sparse``), and word lists are one string each. The questions, the
    crosswalk, the implied skills (as numbers of the skills' order) and the signals are lines of their own, which are
    not read before they are asked for.
    """
    content = _plain(replace(taxonomy, skills={}, questions={}, crosswalk={}, _implied={}, folder=None))
    content[_SKILLS] = _columns(taxonomy)
    questions = {name: _plain(card) for name, card in taxonomy.questions.items()}
    crosswalk = {name: _plain(row) for name, row in taxonomy.crosswalk.items()}
    numbers = {name: number for number, name in enumerate(taxonomy.skills)}
    every = {name: taxonomy.implied_by(name) for name in taxonomy.skills}
    implied = {name: [numbers[skill] for skill in skills] for name, skills in every.items() if skills}
    signals = {name: _plain(signal) for name, signal in taxonomy.lexicon.signals.items()}
    content[_LEXICON][_SIGNALS] = {}
    content[_LEXICON][-1] = {name: "\n".join(words) for name, words in taxonomy.lexicon.words.items()}
    later = [_text(questions), _text(crosswalk), _text(implied), _text(signals)]
    sizes = [len(line.encode()) for line in later]
    # One byte a character: with a single wide sign in it the text would be decoded into four times the memory.
    start = json.dumps({"form": FORM, "sizes": sizes, "taxonomy": content}, separators=(",", ":"))
    return "\n".join([start, *later])


def _text(content: Mapping[Any, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


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
        start, *later = (text.encode() if isinstance(text, str) else text).split(b"\n")
        content = json.loads(start.decode())
        if not isinstance(content, dict) or content.get("form") != FORM or content["sizes"] != list(map(len, later)):
            raise ValueError("another form")
        return _taxonomy(content["taxonomy"], *later)
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
    columns[_TUPLES] = map(_sparse, columns[_TUPLES])
    return [[alias.text for alias in aliases], rules, columns]


def _sparse(column: list[list[str]]) -> list[Any]:
    """Write what most skills have once, and the others by their number."""
    usual = max(([], ["own"]), key=column.count)
    return [usual, {number: value for number, value in enumerate(column) if value != usual}]


def _dense(sparse: list[Any], count: int) -> list[tuple[str, ...]]:
    usual, others = sparse
    column = [tuple(usual)] * count
    for number, value in others.items():
        column[int(number)] = tuple(value)
    return column


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _taxonomy(row: list[Any], questions: bytes, crosswalk: bytes, implied: bytes, signals: bytes) -> Taxonomy:
    read = dict(zip(_NAMES, row, strict=True))
    made = _skills(*read["skills"])
    return Taxonomy(
        version=read["version"],
        hash=read["hash"],
        skills=made,
        areas=read["areas"],
        requirements={name: _requirement(item) for name, item in read["requirements"].items()},
        roles={name: _role(item) for name, item in read["roles"].items()},
        questions=_Later(questions, _question),
        sources={name: Source(*item) for name, item in read["sources"].items()},
        tips=tuple(Tip(*map(_tuple, item)) for item in read["tips"]),
        crosswalk=_Later(crosswalk, _crosswalk),
        policy=Policy(*read["policy"]),
        lexicon=_lexicon(read["lexicon"], signals),
        _implied=_Later(implied, partial(_followed, tuple(made))),
    )


def _followed(names: tuple[SkillId, ...], numbers: list[int]) -> tuple[SkillId, ...]:
    return tuple(map(names.__getitem__, numbers))


def _tuple(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _skills(texts: list[Any], rules: list[Any], columns: list[list[Any]]) -> dict[SkillId, Skill]:
    ruled: list[AmbiguityRule | None] = [None] * len(texts)
    for number, rule in rules:
        ruled[number] = AmbiguityRule(*map(_tuple, rule))
    aliases = iter(_records(Alias, [texts, ruled]))
    columns[_ALIASES] = [tuple(islice(aliases, count)) for count in columns[_ALIASES]]
    columns[_TUPLES] = [_dense(column, len(columns[0])) for column in columns[_TUPLES]]
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


def _crosswalk(row: list[Any]) -> Crosswalk:
    return Crosswalk(*row)


class _Later(Mapping[Key, Value]):
    """Records by name, read from their text when the first of them is asked for: a start does not need them."""

    def __init__(self, text: bytes, make: Callable[[list[Any]], Value]) -> None:
        self._text = text
        self._make = make
        self._read: dict[Key, Value] | None = None

    def _all(self) -> dict[Key, Value]:
        if self._read is None:
            self._read = {name: self._make(row) for name, row in json.loads(self._text.decode()).items()}
        return self._read

    def __getitem__(self, key: Key) -> Value:
        return self._all()[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def _signal(row: list[Any]) -> Signal:
    return Signal(*map(_tuple, row))


def _lexicon(row: list[Any], signals: bytes) -> Lexicon:
    headings, cues, terminators, _, words = row
    kinds = {kind.value: kind for kind in SectionKind}
    return Lexicon(
        headings={heading: kinds[kind] for heading, kind in headings.items()},
        cues=tuple(AssertionCue(*cue) for cue in cues),
        terminators=tuple(terminators),
        signals=_Later(signals, _signal),
        words={name: tuple(item.split("\n")) if item else () for name, item in words.items()},
    )
