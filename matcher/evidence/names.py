"""Tells job titles, employers and places apart by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.taxonomy.tables import once_per_lists

__all__ = ["NameJudge", "name_judge"]

Words = Mapping[str, Sequence[str]]
_TOKEN = re.compile(r"[^\W_]+(?:[.'\u2019&+/-][^\W_]+)*\.?")
_CORE = re.compile(r"\s*(?:[(,;:|]|\s[-\u2013\u2014]\s|\b(?:of|for|in|at|to|with)\b)")
_POSTCODE = re.compile(r"\s*\(?\b(?:\d{5}(?:-\d{4})?|\d{2}-\d{3}|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|\d{4})\b\)?")
_TITLE_ENDING = re.compile(
    r"(?:eer|ist|ician|ator|itor|yst|ologist|grapher|keeper|monger|smith|wright|nger|oper|woman|man)$"
)
_LAST_BRACKET = re.compile(r"\s*\(([^()]+)\)[\s.,]*$")
_GRADE = re.compile(r"([^\W\d_]+)[ -]?(?:\d{1,2}[a-z]?|[IVX]{1,4}|[A-E])", re.IGNORECASE)
_PAREN = re.compile(r"\([^()]*\)")


class NameJudge:
    """The word lists of titles, employers and places, ready for looking up."""

    def __init__(self, words: Words) -> None:
        def listed(name: str) -> frozenset[str]:
            return frozenset(words.get(name, ()))

        self._nouns = listed("position_words.title_nouns")
        self._marks = listed("position_words.title_marks")
        self._starts = listed("position_words.title_starts")
        self._start_words = tuple(f"{start} " for start in self._starts)
        self._suffixes = frozenset(_undotted(word) for word in listed("position_words.company_suffixes"))
        self._company = listed("position_words.company_words")
        self._company_starts = tuple(f"{start} " for start in words.get("position_words.company_starts", ()))
        self._grades = listed("position_words.grade_words")
        self._departments = listed("position_words.department_words")
        self._own = listed("position_words.self_employed")
        self._states = listed("place_words.states")
        self._codes = listed("place_words.state_codes")
        self._countries = listed("place_words.countries")
        self._cities = listed("place_words.cities")
        self._city_starts = listed("place_words.city_starts")
        self._remote = listed("place_words.remote")
        self._types = listed("position_words.employment_types")
        self._short = listed("statement_words.abbreviations")

    def title_score(self, text: str) -> float:
        """Return how much a text reads like a job title: 3 for "Sous Chef", 0 for "Quillpay"."""
        plain = _PAREN.sub(" ", text)
        core = [token.casefold() for token in _TOKEN.findall(_CORE.split(plain.strip(), maxsplit=1)[0])]
        tokens = [token.casefold() for token in _TOKEN.findall(plain)]
        if not tokens:
            return 0.0
        score = 0.0
        if core and self._ends_in_noun(core):
            score = 3.0
        elif any(self._is_noun(token) for token in tokens):
            score = 1.0
        elif core and _TITLE_ENDING.search(core[-1]) and len(core[-1]) > 5:
            score = 0.8
        low = plain.casefold()
        if low in self._starts or low.startswith(self._start_words):
            score = max(score, 2.5)
        score += min(1.5, 0.5 * sum(token.rstrip(".") in self._marks for token in tokens))
        return self._without_legal_form(plain, tokens, score)

    def _without_legal_form(self, plain: str, tokens: Sequence[str], score: float) -> float:
        """Return the score of a title for a text that may be the whole name of a firm: "Lead Engineering, Inc."."""
        parts = [part for part in plain.split(",") if part.strip()]
        if len(parts) > 2 or (len(parts) == 2 and not self.is_suffix(parts[1])) or len(tokens) < 2:
            return score
        if not self._has_suffix(tokens):
            return score
        return min(score, 1.0) if self._ends_in_noun(tokens[:-1]) else 0.0

    def company_score(self, text: str) -> float:
        """Return how much a text reads like an employer: 3 for "Acme GmbH", 2.5 for "Finch & Harrow Bank"."""
        plain = _PAREN.sub(" ", text).strip()
        tokens = [token.casefold() for token in _TOKEN.findall(plain)]
        if not tokens:
            return 0.0
        score = 0.0
        if plain.casefold().strip(" .") in self._own:
            return 3.0
        if len(tokens) > 1 and self._has_suffix(tokens):
            score = 3.0
        elif tokens[-1].rstrip(".") in self._company or plain.casefold().startswith(self._company_starts):
            score = 2.5
        elif any(token in self._company for token in tokens):
            score = 1.2
        if " & " in plain and not any(self._is_noun(token) for token in tokens):
            score += 0.7
        return score

    def _has_suffix(self, tokens: Sequence[str]) -> bool:
        tail = [_undotted(token) for token in tokens]
        return (
            tail[-1] in self._suffixes or "".join(tail[-2:]) in self._suffixes or "".join(tail[-3:]) in self._suffixes
        )

    def is_suffix(self, text: str) -> bool:
        """Tell whether a text is a legal form and nothing else: the "Inc." of "Acme, Inc."."""
        return _undotted(text.strip()) in self._suffixes

    def is_grade(self, text: str) -> bool:
        """Tell whether a text says how high a title ranks and nothing else: "Grade II", "Band 3", "L5"."""
        match = _GRADE.fullmatch(text.strip())
        return match is not None and match[1].casefold() in self._grades

    def is_department(self, text: str) -> bool:
        """Tell whether a text names a part of an employer: "IT Department", "Dział IT", "Abt. 4"."""
        tokens = [token.casefold().rstrip(".") for token in _TOKEN.findall(text)]
        return bool(tokens) and (tokens[0] in self._departments or tokens[-1] in self._departments)

    def is_short_form(self, word: str) -> bool:
        """Tell whether a full stop behind a word ends no sentence: "Inc", "St", "B.Sc", "J"."""
        low = word.casefold().strip("(.")
        return self.is_suffix(word) or low in self._short or "." in low or (len(low) < 3 and word[:1].isupper())

    def is_employment_type(self, text: str) -> bool:
        """Tell whether a text only says how somebody is employed ("Full-time", "Contract")."""
        return text.strip(" ().").casefold() in self._types

    def _is_noun(self, token: str) -> bool:
        return token.rstrip(".") in self._nouns or any(
            part in self._nouns for part in re.split(r"[/&-]", token) if len(part) > 2
        )

    def _ends_in_noun(self, core: Sequence[str]) -> bool:
        tail = list(core)
        while len(tail) > 1 and tail[-1].rstrip(".") in {"i", "ii", "iii", "iv", "v", "1", "2", "3", "4", "jr", "sr"}:
            tail.pop()
        return self._is_noun(tail[-1]) or " ".join(tail[-2:]) in self._nouns or " ".join(tail[-3:]) in self._nouns

    def is_place(self, text: str) -> bool:
        """Tell whether a text names a place and nothing else: "Miami, FL", "Remote", "Istanbul, Türkiye"."""
        plain = _POSTCODE.sub("", text.strip(" .,;()[]*_")).strip(" .,;()")
        pieces = [
            piece.strip(" .()") for piece in re.split(r"[,/]|\s[-\u2013\u2014|]\s|\s\(", plain) if piece.strip(" .()")
        ]
        if not pieces or len(plain.split()) > 8:
            return False
        if all(self._known_place(piece) for piece in pieces):
            return True
        town, *regions = pieces
        return (
            1 <= len(regions) <= 2
            and all(self._region(piece) for piece in regions)
            and not all(piece.casefold() in self._remote for piece in regions)
            and self._may_be_town(town)
        )

    def _may_be_town(self, text: str, region: str = "") -> bool:
        words = text.casefold().split()
        if region and self.is_suffix(region):
            # "Clinique Data AB" is an employer, "Red Deer, AB" a place.
            return False
        for count in range(1, len(words)):
            if " ".join(words[-count:]) in self._cities and words[-count - 1] not in self._city_starts:
                # An employer beside its town: "Quarry Boston, MA".
                return False
        return _like_a_city(text) and self.company_score(text) <= 0 and self.title_score(text) < 1

    def _region(self, text: str) -> bool:
        low = text.casefold()
        return (
            low in self._countries
            or low in self._states
            or (low in self._codes and text.isupper())
            or low in self._remote
        )

    def _is_code(self, text: str) -> bool:
        """Tell a lone "FL": the town before it is part of the place."""
        return text.isupper() and text.casefold() in self._codes and text.casefold() not in self._countries

    def _known_place(self, text: str) -> bool:
        low = text.casefold()
        if (
            self._region(text)
            or low in self._cities
            or low.removeprefix("greater ").removesuffix(" area") in self._cities
        ):
            return True
        head, _, tail = text.rpartition(" ")
        # "Miami FL" and "Berlin Germany" are written without a comma by some themes.
        return (
            bool(head)
            and self._region(tail)
            and tail.casefold() not in self._remote
            and (head.casefold() in self._cities or (tail.isupper() and self._may_be_town(head, tail)))
        )

    def is_town(self, text: str) -> bool:
        """Tell whether a text is the name of a listed town and nothing else."""
        return text.strip(" .,").casefold() in self._cities

    def split_place(self, text: str) -> tuple[str, str | None]:
        """Part a place from the end of a text: "Acme, Miami, FL" and "Backend Developer Miami, FL"."""
        head, gap, tail = text.rpartition("\t")
        if gap and self.is_place(tail):
            return head, tail
        text = text.replace("\t", " ")
        bracketed = _LAST_BRACKET.search(text)
        if bracketed and bracketed.start() > 0 and self.is_place(bracketed[1]):
            return text[: bracketed.start()].rstrip(" ,"), bracketed[1]
        glued = self._split_glued(text)
        if glued[1] is not None and "," in glued[1]:
            return glued[0].rstrip(" ,|\u00b7\u2013\u2014-"), glued[1]
        for match in re.finditer(r"\s*,\s*|\s+[-\u2013\u2014|\u00b7]\s+|\s*\((?=[^()]*\)$)", text):
            tail = text[match.end() :]
            if match.start() > 0 and self.is_place(tail) and not self._is_code(tail) and not self._known_place(text):
                return text[: match.start()].rstrip(" ,"), text[match.end() :]
        return glued

    def _split_glued(self, text: str) -> tuple[str, str | None]:
        """Part a place that nothing but a space parts: a right-aligned "Miami, FL" beside a title."""
        words = text.split(" ")
        for count in (1, 2, 3, 4, 5):
            head, tail = " ".join(words[:-count]), " ".join(words[-count:])
            if not head or head[-1] in ",&(/" or (words[-count].endswith(",") and self.is_suffix(words[-count][:-1])):
                continue
            sure = tail.casefold() in self._remote or ("," in tail and self.is_place(tail))
            if words[-count - 1].casefold() in {"of", "the", "in", "for", "and", "at"}:
                # "City of Redmond" is whole.
                continue
            bare = tail.casefold() in self._cities and words[-count - 1].casefold() not in self._city_starts
            if bare and self.title_score(head) >= 2.5:
                # "Lead Engineer Berlin" is a title and a town; "Radio Berlin" stays an employer.
                return head, tail
            if not sure or (self.title_score(tail.split(",")[0]) > 0 and tail.casefold() not in self._remote):
                continue
            before = words[-count - 1].casefold().strip(",")
            if "," in tail and (
                before in self._city_starts or f"{before} {tail.split(',')[0].casefold()}" in self._cities
            ):
                continue
            return head, tail
        return text, None


name_judge = once_per_lists(NameJudge)
"""Return the judge of a set of word lists, built once for each."""


def _like_a_city(text: str) -> bool:
    return (
        bool(re.fullmatch(r"(?:[^\W\d_][\w.'\u2019-]*)(?: (?:[^\W\d_][\w.'\u2019-]*)){0,3}", text))
        and text[0].isupper()
    )


def _undotted(word: str) -> str:
    return word.casefold().replace(".", "").replace(" ", "").replace("/", "")
