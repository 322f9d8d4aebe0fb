"""The years that a job description asks for, and of what: the trade as a whole, named skills, leading people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matcher.domain.candidate import SkillMention
from matcher.domain.document import Span
from matcher.requirements.importance import Weight, weigh
from matcher.requirements.phrases import find_phrases, has_phrase, phrase_pattern
from matcher.requirements.posting import Posting, Sentence
from matcher.taxonomy.index import Lexicon

__all__ = ["YearsDemand", "overall_years", "read_years"]


@dataclass(frozen=True, slots=True)
class YearsDemand:
    """One length of time that is asked for. ``mentions`` are indices into the sentence's mentions; none: the trade.

    ``lesser`` tells that they are for those who lack the degree that is asked for.
    """

    years: float
    span: Span
    mentions: tuple[int, ...]
    generic: bool
    leading: bool
    weight: Weight
    lesser: bool = False


_LENGTH = "year_cues.length_"
_JOIN = re.compile(r"\s*(?:,|/|&|\+|\band\b|\bor\b|,\s*and\b|,\s*or\b|and/or)\s*")
# An "or" that offers another way, not the one of "three or more".
_OTHERWISE = re.compile(r";|[,;]?\s+or\s+(?!more\b|above\b|greater\b|higher\b|so\b|over\b|\d)")
_OBJECT_END = re.compile(
    r"[,;(:\n]|\.\s|\s-\s|\bof which\b|\bincluding\b|\band (?:\w+ )?(?:strong|solid|deep|good|a)\b"
)


def read_years(
    posting: Posting, sentence: Sentence, mentions: Sequence[SkillMention], lexicon: Lexicon
) -> tuple[YearsDemand, ...]:
    """Return the lengths of time in a sentence, from left to right; of a range the lower end ("3-5 years": 3)."""
    flat = posting.flat
    everything = sorted(_numbers(flat, sentence.span, lexicon))
    # "Half a decade" is no decade.
    spans = [(s, v) for s, v in everything if not any(o != s and o.contains(s) for o, _ in everything)]
    found = []
    for index, (span, value) in enumerate(spans):
        end = spans[index + 1][0].start if index + 1 < len(spans) else sentence.span.end
        behind = Span(span.end, end)
        if _is_noise(flat, span, behind, sentence.span, lexicon):
            continue
        thing = Span(span.end, _first_end(flat, behind))
        tied = _tied(flat, span, thing, behind, mentions)
        leading = _is_leading(flat, span, thing, sentence.span, lexicon)
        generic = not tied or has_phrase(lexicon.words.get("year_cues.generic", ()), flat, thing)
        # With the skills beside it, so that a wish about one of them ("Kotlin preferred") is not about the years.
        places = sorted([span, *(mention.span for mention in mentions)])
        weight = weigh(posting, sentence, places, lexicon)[places.index(span)]
        lesser = _is_lesser(flat, span, sentence.span, lexicon)
        found.append(YearsDemand(value, span, tied, generic and not leading, leading, weight, lesser))
    return tuple(found)


def overall_years(demands: Sequence[YearsDemand]) -> float | None:
    """Return the years of the trade that are required: the longest, since the others lie within it.

    "5+ years with a bachelor's degree, 3+ with a master's" gives 5. Where only skills have years ("5+ years of Java"),
    theirs are the least that anybody needs. Years of leading people count only where nothing else is asked.
    """
    required = [demand for demand in demands if demand.weight is Weight.REQUIRED and not demand.leading]
    # "A degree and three years, or eight years without": the longer time stands in for the degree.
    required = [demand for demand in required if not demand.lesser] or required
    generic = [demand.years for demand in required if demand.generic]
    return max(generic or [demand.years for demand in required], default=None)


def _numbers(flat: str, within: Span, lexicon: Lexicon) -> Iterator[tuple[Span, float]]:
    words = lexicon.words.get("year_cues.numbers", ())
    for match in _pattern(words).finditer(flat, within.start, within.end):
        lower = match["low"] or match["high"] or match["part"] or match["label"]
        value = _value(lower, words)
        if (match["unit"] or "").startswith("month"):
            value = round(value / 12, 2)
        span = Span(match.start(), match.end())
        if value < 1 and not match["part"] and not _asks_for_months(flat, Span(span.end, within.end), lexicon):
            continue
        yield span, value
    for name, phrases in lexicon.words.items():
        if name.startswith(_LENGTH):
            for span in find_phrases(phrases, flat, within):
                yield span, float(name.removeprefix(_LENGTH))


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    half = r"(?:[.,]5|\s1/2|\s?\u00bd)"
    number = rf"(?:\d{{1,2}}{half}?|(?:{'|'.join(words) or '(?!)'})(?:\s+and\s+a\s+half)?)"
    more = r"\s*(?:\(\s*\d{1,2}\s*\+?\s*\)\s*)?(?:\+|-?plus\b|or more\b|and more\b)?\s*"
    return re.compile(
        rf"(?<![\w.,$€£])(?:(?P<low>{number}){more}(?:-|to|/|or|and)\s*)?(?P<high>{number}){more}"
        rf"(?:full\s+|solid\s+|consecutive\s+|-\s*)?"
        rf"(?P<unit>years?'?s?|yrs?\b\.?|yoe\b|jahre\b|y\b|months?\b)"
        rf"|(?:of which|including|incl\.|thereof)\s+(?:at least\s+|a minimum of\s+|min\.?\s+|some\s+)?"
        rf"(?P<part>{number})\s*\+?(?=\s+(?:in|as|of|with|leading|managing)\b)"
        rf"|(?:(?:years|yrs)\.?\s*(?:of\s+)?(?:\w+\s+)?experience|yoe)\s*[:-]\s*(?P<label>{number})"
        rf"(?!\s*(?:\+\s*)?(?:years|yrs))"
    )


def _asks_for_months(flat: str, behind: Span, lexicon: Lexicon) -> bool:
    """Tell a demand ("six months of Go") from the length of a contract ("6 months, two days a week")."""
    beside = phrase_pattern(lexicon.words.get("year_cues.beside", ()))
    return beside.match(flat[behind.start : behind.end].lstrip(" '")) is not None


def _is_lesser(flat: str, span: Span, sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether years belong to the alternative without the degree: "OR an associate degree and five years"."""
    start, end = sentence.start, sentence.end
    for match in _OTHERWISE.finditer(flat, sentence.start, sentence.end):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    return has_phrase(lexicon.words.get("year_cues.lesser", ()), flat, Span(start, end))


def _value(text: str, words: Sequence[str]) -> float:
    word, *half = re.split(r"[\s.,](?=and\b|1/2|5)|\s?(?=\u00bd)", text, maxsplit=1)
    whole = words.index(word) + 1 if word in words else int(word)
    return whole + (0.5 if half else 0.0)


def _first_end(flat: str, within: Span) -> int:
    match = _OBJECT_END.search(flat, within.start, within.end)
    return match.start() if match else within.end


def _is_noise(flat: str, span: Span, behind: Span, sentence: Span, lexicon: Lexicon) -> bool:
    near = Span(behind.start, min(behind.end, behind.start + 30))
    first = next(find_phrases(lexicon.words.get("year_cues.noise", ()), flat, near), None)
    if first is not None and not re.search(r"\bexperience\b|[,;(]", flat[near.start : first.start]):
        return True
    before = flat[max(sentence.start, span.start - 30) : span.start].rstrip()
    if re.search(r"\b(?:no|not) (?:less|fewer) than$", before):
        return False
    return any(before.endswith(phrase) for phrase in lexicon.words.get("year_cues.noise_before", ()))


def _is_leading(flat: str, span: Span, thing: Span, sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether the years are about leading people, named behind them or, with nothing behind, before them."""
    phrases = lexicon.words.get("year_cues.leading", ())
    if re.search(r"\w", flat[thing.start : thing.end]):
        return has_phrase(phrases, flat, thing)
    return has_phrase(phrases, flat, Span(sentence.start, span.start))


def _tied(flat: str, span: Span, thing: Span, behind: Span, mentions: Sequence[SkillMention]) -> tuple[int, ...]:
    """Return the mentions that the years are about: "3 years with Go and Rust", "Python (5+ years)"."""
    first = next((i for i, m in enumerate(mentions) if thing.contains(m.span)), None)
    if first is None:
        return _tied_before(flat, span, behind, mentions)
    tied = [first]
    for index in range(first + 1, len(mentions)):
        gap = flat[mentions[index - 1].span.end : mentions[index].span.start]
        if mentions[index].span.end > behind.end or not _JOIN.fullmatch(gap):
            break
        tied.append(index)
    return tuple(tied)


def _tied_before(flat: str, span: Span, behind: Span, mentions: Sequence[SkillMention]) -> tuple[int, ...]:
    for index in range(len(mentions) - 1, -1, -1):
        end = mentions[index].span.end
        if end > span.start:
            continue
        gap = flat[end : span.start]
        closed = re.match(r"\s*(?:of\s+)?(?:experience\b)?\s*(?:[),;.]|$)", flat[behind.start : behind.end])
        if closed and re.fullmatch(r"\s*(?:\w+\s+)?[(:,-]?\s*(?:at least|min\w*\.?|for)?\s*", gap):
            return (index,)
        return ()
    return ()
