"""Finds in any text what tells who somebody is, without knowing the person: by the words of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from matcher.reports.blind_patterns import CAPITAL, any_of, as_names, marks_of, whole
from matcher.reports.blind_text import Mark
from matcher.taxonomy.tables import once_per_lists

__all__ = ["BlindRules", "blind_rules"]

Words = Mapping[str, Sequence[str]]
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)*|[\w.+'-]+ @ [\w-]+(?:\.[\w-]+)+")
# A full stop or bracket behind an address belongs to the sentence.
_REST = r"[^\s<>]*[^\s<>.,;:!?)\]}'\"\u201d\u2019]"
_ADDRESS = re.compile(rf"(?:https?://|www\.|mailto:|tel:){_REST}", re.IGNORECASE)
# A plus sign, a leading zero, brackets or groups as in America: "200 000 000 rows" is no telephone number.
_PHONE = re.compile(
    r"(?<![\w.])(?:\+|00)\d[\d ()./-]{6,}\d(?!\w)"
    r"|(?<!\w)(?:\(\d{2,5}\)|0\d{1,4})[ ./-]\d{2,5}(?:[ ./-]?\d{2,5}){1,3}(?![\w.])"
    r"|(?<![\w.])\d{3}[.-]\d{3}[.-]\d{4}(?![\w.])"
)
_HANDLE = re.compile(r"(?<![\w@/])@[A-Za-z][\w.]{2,}")
_YEARS_RANGE = re.compile(r"^\(?(?:19|20)\d\d[ ./-]")
_LENGTH = re.compile(r"(?<![\w.])(\d{2})\s?\+?(?:\s|-)?(?:years?|yrs?)(?![\w])", re.IGNORECASE)
_FEW_YEARS = 15


class BlindRules:
    """The lists of the lexicon as patterns. Each method returns marks of one kind."""

    def __init__(self, words: Words) -> None:
        def listed(name: str) -> Sequence[str]:
            return words.get(f"blind_words.{name}", ())

        self._kept = whole(listed("kept"))
        self._neutral = _pairs(listed("neutral"))
        self._pronouns = _pairs(listed("pronouns"))
        self._agreeing = _pairs(listed("agreeing"))
        self._pronoun = whole((*self._pronouns, "her"))
        self._alone = frozenset(listed("her_alone"))
        self._noun = whole(self._neutral)
        self._sets = re.compile(
            rf"\(?(?<![\w-])(?:{any_of(one for one in listed('pronoun_sets') if '/' in one)})(?![\w-])\)?",
            re.IGNORECASE,
        )
        self._personal = whole((*listed("family"), *listed("groups")))
        titles = [one.title() for one in listed("titles_of_a_sex")]
        self._title = re.compile(rf"(?<![\w-])(?:{any_of(titles)})\.?\s+(?={CAPITAL})")
        self._label = re.compile(
            rf"(?<![\w-])(?:{any_of(listed('labels'))})\s*[:=]\s*[^;|\n\u2022\u00b7]{{0,80}}", re.IGNORECASE
        )
        self._born = re.compile(
            rf"(?<![\w-])(?:{any_of(listed('born'))})\s+[^,;.|\n]{{1,40}}(?:,\s*(?:19|20)\d\d)?", re.IGNORECASE
        )
        self._age = re.compile(
            rf"(?<![\w-])(?:{any_of(listed('age_before'))})\s+\d{{1,2}}(?!\s?[\w%])|(?<![\w.])\d{{2}}[\s-](?:{any_of(listed('age_after'))})(?!\w)",
            re.IGNORECASE,
        )
        self._decades = whole(listed("decades"))
        self._graduated = re.compile(
            rf"(?<![\w-])(?:{any_of(listed('graduated'))})(?![\w-])[^.;\n]{{0,40}}?((?:19|20)\d\d|['\u2019]\d\d)(?!\w)",
            re.IGNORECASE,
        )
        spoken = dict.fromkeys((*words.get("statement_words.spoken_languages", ()), *listed("languages")))
        self._language = re.compile(rf"(?<![\w-])(?:{any_of(as_names(spoken))})(?![\w-])")
        hosts = any_of(listed("hosts"))
        self._page = re.compile(
            rf"(?<![\w@])(?:[\w-]+\.)*(?:{hosts})/{_REST}|(?<![\w@])[\w-]+\.(?:github|gitlab)\.io(?:/{_REST})?",
            re.IGNORECASE,
        )

    def contact(self, text: str) -> list[Mark]:
        """Return ways to reach a person, and pages of one."""
        found = [Mark(one.start(), one.end(), "[e-mail]") for one in _MAIL.finditer(text)]
        found += marks_of(_ADDRESS, text, "[link]")
        # What the sites themselves are called may be the skill: their name gives way to it.
        found += marks_of(self._page, text, "[link]", soft=True)
        found += marks_of(_HANDLE, text, "[link]", soft=True)
        found += [
            Mark(one.start(), one.end(), "[phone]")
            for one in _PHONE.finditer(text)
            if sum(map(str.isdigit, one.group())) >= 8 and not _YEARS_RANGE.match(one.group())
        ]
        return found

    def facts(self, text: str) -> list[Mark]:
        """Return what is told of a person under a label, and days of birth, ages and long lives at work."""
        found = marks_of(self._label, text, "[personal]")
        found += marks_of(self._born, text, "[personal]")
        found += marks_of(self._age, text, "[personal]")
        found += marks_of(self._decades, text, "more than 15 years")
        for match in _LENGTH.finditer(text):
            if int(match[1]) > _FEW_YEARS:
                found.append(Mark(match.start(), match.end(), "more than 15 years"))
        found += [Mark(one.start(1), one.end(1), "[year]") for one in self._graduated.finditer(text)]
        return found

    def sexes(self, text: str) -> list[Mark]:
        """Return pronouns, forms of address and words of family and belief, with what is shown for them."""
        kept = [(one.start(), one.end()) for one in self._kept.finditer(text)]
        found = marks_of(self._sets, text, "[personal]")
        found += [mark for one in self._pronoun.finditer(text) for mark in self._pronoun_marks(text, one)]
        found += [
            Mark(one.start(), one.end(), _like(self._neutral[one.group().casefold()], one.group()))
            for one in self._noun.finditer(text)
        ]
        found += marks_of(self._personal, text, "[personal]")
        found += marks_of(self._title, text, "")
        return [one for one in found if not any(start < one.end and one.start < end for start, end in kept)]

    def _pronoun_marks(self, text: str, match: re.Match[str]) -> Iterable[Mark]:
        word = match.group().casefold()
        if word == "her":
            after = re.match(r"\s+([^\W\d_]+)", text[match.end() :])
            neutral = "their" if after and after[1].casefold() not in self._alone else "them"
        else:
            neutral = self._pronouns[word]
        yield Mark(match.start(), match.end(), _like(neutral, match.group()))
        verb = re.compile(r"\s+([^\W\d_]+(?:['\u2019]t)?)").match(text, match.end())
        if neutral == "they" and verb and verb[1].casefold() in self._agreeing:
            yield Mark(verb.start(1), verb.end(1), self._agreeing[verb[1].casefold()])

    def languages(self, text: str) -> list[Mark]:
        """Return names of languages that people speak."""
        return marks_of(self._language, text, "[language]", soft=True)


def _pairs(lines: Iterable[str]) -> dict[str, str]:
    return dict(tuple(line.split(" = ", 1)) for line in lines)  # type: ignore[misc]


def _like(neutral: str, written: str) -> str:
    """Write a word in the case of the one it stands for."""
    if len(written) > 1 and written.isupper():
        return neutral.upper()
    return neutral[:1].upper() + neutral[1:] if written[:1].isupper() else neutral


blind_rules = once_per_lists(BlindRules)
"""Return the rules of a lexicon, compiled once."""
