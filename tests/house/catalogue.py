"""All English texts of the interface in one catalogue, ``matcher/locale/matcher.pot``; ``make texts`` writes it.

Texts are taken from the marks in templates (read by Jinja itself) and in Python, and from the tables of words.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from matcher.reports import advice, phrases, templating, words
from matcher.reports.language import LOCALE
from matcher.web import bank, problems
from tests.conftest import ROOT

__all__ = ["CATALOGUE", "Text", "catalogue_text", "environment", "templates", "texts"]

CATALOGUE = LOCALE / "matcher.pot"
TEMPLATES = ROOT / "templates"
_MARKS = {"gettext": 1, "ngettext": 2}
# In Python the fields of a text are named in braces, in templates by Python's older form.
_HEAD = r"""# Every English text of the interface, with the places where it stands. Written by "make texts".
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n"
"""
Text = tuple[str, ...]
"""A text, or its forms for one and for many."""


def environment() -> Environment:
    """Return an environment that reads templates as the program does."""
    found = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    templating.install(found)
    return found


def templates() -> tuple[Path, ...]:
    """Return all templates of pages."""
    return tuple(sorted(TEMPLATES.rglob("*.html")))


def texts() -> dict[Text, list[str]]:
    """Return all texts with the files where they stand, in the order of the files."""
    found: dict[Text, list[str]] = {}
    for text, place in chain(_of_templates(), _of_python(), _of_tables()):
        places = found.setdefault(text, [])
        if place not in places:
            places.append(place)
    return found


def catalogue_text() -> str:
    """Return the catalogue as gettext's programs take it."""
    return _HEAD + "".join(_entry(text, places) for text, places in texts().items())


def _of_templates() -> Iterator[tuple[Text, str]]:
    reader = environment()
    for path in templates():
        # The extension that install() adds brings this method.
        for _, _, said in reader.extract_translations(path.read_text("utf-8")):  # type: ignore[attr-defined]
            yield (said,) if isinstance(said, str) else tuple(one for one in said if one), _place(path)


def _of_python() -> Iterator[tuple[Text, str]]:
    for path in sorted((ROOT / "matcher").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
                said = [one.value for one in node.args[: _MARKS[node.func.id]] if isinstance(one, ast.Constant)]
                if said:
                    yield tuple(str(one) for one in said), _place(path)


def _of_tables() -> Iterator[tuple[Text, str]]:
    for table in (words.FINDINGS, words.REMEDIES, words.RANGE_BECAUSE, words.WITHHELD, words.SHORTFALLS, words.KINDS,
                  words.SECTIONS):  # fmt: skip
        yield from (((said,), "matcher/reports/words.py") for said in _strings(table.values()))
    yield from (((one.word,), "matcher/reports/words.py") for one in (*words.BADGES.values(), words.UNREADABLE))
    yield from (((said,), "matcher/reports/phrases.py") for said in (*phrases.MONTHS, *phrases.WEEKDAYS))
    yield from ((forms, "matcher/reports/phrases.py") for forms in phrases.NOUNS.values())
    yield from ((forms, "matcher/reports/advice.py") for forms in advice.ADVICE.values())
    yield (advice.FRAME,), "matcher/reports/advice.py"
    yield from (((level.capitalize(),), "matcher/web/bank.py") for level in bank.LEVELS)
    titles: Iterable[str] = (
        *problems.INPUT_TITLES.values(),
        *_strings(one[1:] for one in problems.HTTP_TITLES.values()),
    )
    yield from (((said,), "matcher/web/problems.py") for said in titles)


def _strings(values: object) -> Iterator[str]:
    if isinstance(values, str):
        yield values
    elif isinstance(values, Mapping):
        yield from _strings(values.values())
    elif isinstance(values, Iterable):
        for one in values:
            yield from _strings(one)


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _entry(text: Text, places: Iterable[str]) -> str:
    # JSON and gettext write strings alike as far as these texts go.
    quoted = [json.dumps(one, ensure_ascii=False) for one in text]
    lines = [*(f"#: {place}" for place in places)]
    lines += (
        [f"#, {'python-format' if '%(' in text[0] else 'python-brace-format'}"]
        if "%(" in text[0] or "{" in text[0]
        else []
    )
    lines.append(f"msgid {quoted[0]}")
    lines += [f"msgid_plural {quoted[1]}", 'msgstr[0] ""', 'msgstr[1] ""'] if len(text) > 1 else ['msgstr ""']
    return "\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    CATALOGUE.parent.mkdir(exist_ok=True)
    CATALOGUE.write_text(catalogue_text(), "utf-8")
