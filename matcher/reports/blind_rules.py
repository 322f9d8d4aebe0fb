"""Finds in any text what tells who somebody is, without knowing the person: by the words of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

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
# A word with a capital letter, or an abbreviation; the row of them is a name.
_CAPITAL = r"(?:[^\W\d_a-z][^\W_]*(?:['\u2019.&-][^\W_]+)*\.?)"
_LENGTH = re.compile(r"(?<![\w.])(\d{2})\s?\+?(?:\s|-)?(?:years?|yrs?)(?![\w])", re.IGNORECASE)
_FEW_YEARS = 15


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=lambda one: (-len(one), one))) or r"(?!)"


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any(words)})(?![\w-])", re.IGNORECASE)


class BlindRules:
    """The lists of the lexicon as patterns. Each method returns marks of one kind."""

    def __init__(self, words: Words) -> None:
        def listed(name: str) -> Sequence[str]:
            return words.get(f"blind_words.{name}", ())

        self._kept = _whole(listed("kept"))
        self._neutral = _pairs(listed("neutral"))
        self._pronouns = _pairs(listed("pronouns"))
        self._agreeing = _pairs(listed("agreeing"))
        self._pronoun = _whole((*self._pronouns, "her"))
        self._alone = frozenset(listed("her_alone"))
        self._noun = _whole(self._neutral)
        self._sets = re.compile(
            rf"\(?(?<![\w-])(?:{_any(one for one in listed('pronoun_sets') if '/' in one)})(?![\w-])\)?", re.IGNORECASE
        )
        self._personal = _whole((*listed("family"), *listed("groups")))
        titles = [
            one.title()
            for one in listed("titles")
            if one not in {"brother", "sister", "lady", "fr", "dr", "prof", "professor"}
        ]
        self._title = re.compile(rf"(?<![\w-])(?:{_any(titles)})\.?\s+(?={_CAPITAL})")
        self._label = re.compile(
            rf"(?<![\w-])(?:{_any(listed('labels'))})\s*[:=]\s*[^;|\n\u2022\u00b7]{{0,80}}", re.IGNORECASE
        )
        self._born = re.compile(
            rf"(?<![\w-])(?:{_any(listed('born'))})\s+[^,;.|\n]{{1,40}}(?:,\s*(?:19|20)\d\d)?", re.IGNORECASE
        )
        self._age = re.compile(
            rf"(?<![\w-])(?:{_any(listed('age_before'))})\s+\d{{1,2}}(?!\s?[\w%])|(?<![\w.])\d{{2}}[\s-](?:{_any(listed('age_after'))})(?!\w)",
            re.IGNORECASE,
        )
        self._decades = _whole(listed("decades"))
        self._graduated = re.compile(
            rf"(?<![\w-])(?:{_any(listed('graduated'))})(?![\w-])[^.;\n]{{0,40}}?((?:19|20)\d\d|['\u2019]\d\d)(?!\w)",
            re.IGNORECASE,
        )
        spoken = dict.fromkeys((*words.get("statement_words.spoken_languages", ()), *listed("languages")))
        self._language = re.compile(rf"(?<![\w-])(?:{_any(_capitals(spoken))})(?![\w-])")
        hosts = _any(listed("hosts"))
        self._page = re.compile(
            rf"(?<![\w@])(?:[\w-]+\.)*(?:{hosts})/{_REST}|(?<![\w@])[\w-]+\.(?:github|gitlab)\.io(?:/{_REST})?",
            re.IGNORECASE,
        )
        links = _any(listed("name_links"))
        row = rf"{_CAPITAL}(?:\s+(?:(?:{links})\s+)*{_CAPITAL})*"
        self._club_of, self._school_of, self._home = (
            re.compile(rf"(?<![\w-])(?:{_any(_either_case(listed(name)))})\s+(?:the\s+)?({row}(?:,\s{row})?)")
            for name in ("club_before", "school_before", "lives_in")
        )
        self._row = re.compile(rf"(?<![\w-]){_CAPITAL}(?:\s+(?:(?:{links})\s+)*{_CAPITAL})*")
        self._club = re.compile(
            rf"(?<![\w-])(?:{_any(_capitals(listed('clubs')))})(?![\w-])"
            rf"|\w(?:{_any(listed('club_ends'))})(?![\w-])"
            rf"|(?<![\w-])(?:{_any(_capitals((*listed('club_starts'), *listed('groups'))))})\s+\w"
            rf"|\s(?:{_any(_capitals(listed('groups')))})(?![\w-])"
        )
        self._schools = self._named(
            [one for one in words.get("education_words.institution", ()) if one not in listed("not_schools")],
            words,
        )
        self._sold = _whole(listed("not_schools"))
        self._street = _street(
            listed("streets"), listed("streets_small"), listed("street_ends"), listed("name_links_before")
        )

    @staticmethod
    def _named(kinds: Iterable[str], words: Words) -> re.Pattern[str]:
        """Return the pattern of a name that holds a kind: "Riverside Rowing Club", "University of North Town"."""
        kind = rf"(?:{_any(_capitals(kinds))})"
        before = _any(words.get("blind_words.name_links_before", ()))
        row = rf"(?:{_CAPITAL}\s+|(?:{before})\s+(?={_CAPITAL}|(?:{before})\s))"
        rest = rf"(?:\s+(?:(?:{_any(words.get('blind_words.name_links', ()))})\s+)*{_CAPITAL})"
        return re.compile(rf"(?<![\w-])(?:{_CAPITAL}\s+{row}*)?{kind}(?![\w-]){rest}*")

    def contact(self, text: str) -> list[Mark]:
        """Return ways to reach a person, and pages of one."""
        found = [Mark(one.start(), one.end(), "[e-mail]") for one in _MAIL.finditer(text)]
        found += _marks(_ADDRESS, text, "[link]")
        # What the sites themselves are called may be the skill: their name gives way to it.
        found += _marks(self._page, text, "[link]", soft=True)
        found += _marks(_HANDLE, text, "[link]", soft=True)
        found += [
            Mark(one.start(), one.end(), "[phone]")
            for one in _PHONE.finditer(text)
            if sum(map(str.isdigit, one.group())) >= 8 and not _YEARS_RANGE.match(one.group())
        ]
        return found

    def facts(self, text: str) -> list[Mark]:
        """Return what is told of a person under a label, and days of birth, ages and long lives at work."""
        found = _marks(self._label, text, "[personal]")
        found += _marks(self._born, text, "[personal]")
        found += _marks(self._age, text, "[personal]")
        found += _marks(self._decades, text, "more than 15 years")
        for match in _LENGTH.finditer(text):
            if int(match[1]) > _FEW_YEARS:
                found.append(Mark(match.start(), match.end(), "more than 15 years"))
        found += [Mark(one.start(1), one.end(1), "[year]") for one in self._graduated.finditer(text)]
        return found

    def sexes(self, text: str) -> list[Mark]:
        """Return pronouns, forms of address and words of family and belief, with what is shown for them."""
        kept = [(one.start(), one.end()) for one in self._kept.finditer(text)]
        found = _marks(self._sets, text, "[personal]")
        found += [mark for one in self._pronoun.finditer(text) for mark in self._pronoun_marks(text, one)]
        found += [
            Mark(one.start(), one.end(), _like(self._neutral[one.group().casefold()], one.group()))
            for one in self._noun.finditer(text)
        ]
        found += _marks(self._personal, text, "[personal]")
        found += _marks(self._title, text, "")
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
        return _marks(self._language, text, "[language]", soft=True)

    def schools(self, text: str) -> list[Mark]:
        """Return names that hold a kind of school; teaching that is sold to everybody is none."""
        found = _marks(self._schools, text, "[school]", soft=True, unless=self._sold.search)
        return found + _groups(self._school_of, text, "[school]")

    def clubs(self, text: str) -> list[Mark]:
        """Return names of clubs, congregations and groups for some people."""
        return [
            Mark(one.start(), one.end(), "[club]", soft=True)
            for one in self._row.finditer(text)
            if self._club.search(one.group())
        ] + _groups(self._club_of, text, "[club]")

    def homes(self, text: str) -> list[Mark]:
        """Return the towns that somebody lives in, comes from or goes to."""
        return _groups(self._home, text, "[place]")

    def streets(self, text: str) -> list[Mark]:
        """Return addresses of houses."""
        return _marks(self._street, text, "[address]", soft=True)


def _marks(
    pattern: re.Pattern[str],
    text: str,
    shown: str,
    *,
    soft: bool = False,
    unless: Callable[[str], object] | None = None,
) -> list[Mark]:
    return [
        Mark(one.start(), one.end(), shown, soft)
        for one in pattern.finditer(text)
        if one.group() and not (unless and unless(one.group()))
    ]


def _street(kinds: Sequence[str], small: Sequence[str], ends: Sequence[str], links: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of an address: "12 Mill Lane", "Rue de la Paix 12", "Lindenstrasse 4a"."""
    kind, link = _any([*_capitals(kinds), *small]), _any(links)
    number = r"\d{1,5}[a-z]?"
    row = rf"(?:(?:{link})\s+)*{_CAPITAL}(?:\s+(?:(?:{link})\s+)*{_CAPITAL}){{0,3}}"
    town = rf"(?:,\s*(?:[A-Z\d-]{{2,8}}\s+)*{_CAPITAL}(?:\s+{_CAPITAL})*)?"
    return re.compile(
        rf"(?<![\w-])(?:{number},?\s+(?:{_CAPITAL}\s+){{1,3}}(?:{_any(_capitals(kinds))})(?!\w)\.?"
        rf"|(?:{_CAPITAL}\s+){{1,3}}(?:{_any(_capitals(kinds))})\.?\s+{number}(?!\w)"
        rf"|{number},?\s+(?:{kind})\.?\s+{row}"
        rf"|(?:{kind})\.?\s+{row},?\s+{number}(?!\w)"
        rf"|[^\W\d_a-z]\w+(?:{_any(ends)})\s+{number}(?!\w)){town}"
    )


def _groups(pattern: re.Pattern[str], text: str, shown: str) -> list[Mark]:
    return [Mark(one.start(1), one.end(1), shown, soft=True) for one in pattern.finditer(text)]


def _either_case(words: Iterable[str]) -> list[str]:
    """Return words as they stand inside and at the start of a sentence."""
    return [form for word in words for form in (word, word[:1].upper() + word[1:])]


def _pairs(lines: Iterable[str]) -> dict[str, str]:
    return dict(tuple(line.split(" = ", 1)) for line in lines)  # type: ignore[misc]


def _capitals(words: Iterable[str]) -> list[str]:
    """Return words as names write them: "rowing club" is "Rowing Club", and "ROWING CLUB" in a line of capitals."""
    found: dict[str, None] = {}
    for word in words:
        found[" ".join(part[:1].upper() + part[1:] for part in word.split())] = None
        found[word[:1].upper() + word[1:]] = None
        found[word.upper()] = None
    return list(found)


def _like(neutral: str, written: str) -> str:
    """Write a word in the case of the one it stands for."""
    if len(written) > 1 and written.isupper():
        return neutral.upper()
    return neutral[:1].upper() + neutral[1:] if written[:1].isupper() else neutral


blind_rules = once_per_lists(BlindRules)
"""Return the rules of a lexicon, compiled once."""
