"""The title of the job and the level that it tells."""

from __future__ import annotations

import re

from matcher.domain.document import Document, Span
from matcher.requirements.phrases import flatten, has_phrase, phrase_pattern
from matcher.taxonomy.index import Lexicon

__all__ = ["read_level", "read_title"]

_LEVELS = ("principal", "staff", "lead", "senior", "mid", "junior")
_TOP_LINES = 12
_MAX_WORDS = 14
# "(m/f/x)", "(all genders)", "[Remote]": brackets that hold no technology and no level.
_GENDER = re.compile(
    r"\s*[(\[](?:[mwfdxhni](?:\s*[/|,*]\s*[mwfdxhni])+|all genders?|any gender|gn|remote|hybrid)[)\]]", re.IGNORECASE
)
_PARTS = re.compile(
    r"\s+[-|·•@–—]\s+|\s+at\s+(?=[A-Z])|\t|;|,\s+(?=[^,|·•@–—]*\b(?i:remote|hybrid|full[ -]time|part[ -]time)\b)"
)
# A line of facts between bars, as boards have it: "Acme | Backend Engineer | Remote | 60k".
_BARS = re.compile(r"\s[|·•]\s")
_FEWEST_FACTS = 3
_INTRO = (
    r"(?:looking for|after|hiring|(?:post|position|role|job) of|applications for|in need of|seek(?:ing|s)?"
    r"|searching for|needs?|wants?|recruiting)\s+(?:the (?:post|position|role|job) of\s+)?"
    r"(?:an?|our|another|one|two|some)?\s*"
)


def read_title(document: Document, lexicon: Lexicon) -> tuple[str, Span | None]:
    """Return the title and where it stands; "Job" where the posting tells none.

    "Senior Python Developer (m/f/d) - Acme - Berlin" gives "Senior Python Developer".
    """
    labelled = _labelled(document, lexicon)
    if labelled is not None:
        return _clean(document, labelled, lexicon), labelled
    announced = _in_mail(document, lexicon)
    if announced is not None:
        return _clean(document, announced, lexicon), announced
    nouns = lexicon.words.get("job_titles.nouns", ())
    mail = phrase_pattern((*lexicon.words.get("job_titles.mail", ()), *lexicon.words.get("job_titles.subject", ())))
    for line in document.lines[:_TOP_LINES]:
        if re.match(rf"\W*{mail.pattern}\s*:", flatten(document.quote(line.span))):
            continue
        # In a posting that lost its line breaks the title is the first sentence.
        text = re.split(r"(?<=\w\w[\w)])[.!]\s+(?=[A-Z])", document.quote(line.span))[0]
        flat = flatten(text)
        whole = len(text) == line.span.end - line.span.start
        long = len(text.split()) > _MAX_WORDS and len(_BARS.split(text)) < _FEWEST_FACTS
        if long or not has_phrase(nouns, flat):
            continue
        announced = _in_sentence(document, lexicon, line.span)
        if announced is not None:
            return document.quote(announced), announced
        if not (whole and text.rstrip().endswith((".", ":", "!"))) and (whole or line is document.lines[0]):
            span = _trim(document, Span(line.span.start, line.span.start + len(text)))
            return _clean(document, span, lexicon), span
    sentence = _in_sentence(document, lexicon, Span(0, len(document.text))) or _at_start(document, lexicon)
    return (document.quote(sentence), sentence) if sentence else ("Job", None)


def read_level(title: str, lexicon: Lexicon, document: Document | None = None) -> str | None:
    """Return the highest level that a title names: "Senior Staff Engineer" is staff; None where it names none.

    Where the title is silent the rest of its line, a label ("Level: mid") or the sentence that says who is looked for
    may tell.
    """
    level = _level_in(flatten(title), lexicon)
    if level is not None or document is None:
        return level
    labels = phrase_pattern(lexicon.words.get("job_titles.level_labels", ()))
    for line in document.lines[:_TOP_LINES]:
        flat = flatten(document.quote(line.span))
        beside = flatten(title) in flat and len(flat.split()) <= _MAX_WORDS
        if beside or re.match(rf"\W*{labels.pattern}\s*:", flat):
            level = level or _level_in(re.split(r"[.!]\s", flat)[0], lexicon)
    sentence = _in_sentence(document, lexicon, Span(0, len(document.text)))
    return level or (_level_in(flatten(document.quote(sentence)), lexicon) if sentence else None)


def _level_in(flat: str, lexicon: Lexicon) -> str | None:
    for level in _LEVELS:
        if has_phrase(lexicon.words.get(f"job_titles.{level}", ()), flat):
            return level
    return None


def _labelled(document: Document, lexicon: Lexicon) -> Span | None:
    labels = phrase_pattern(lexicon.words.get("job_titles.labels", ()))
    for line in document.lines[:_TOP_LINES]:
        flat = flatten(document.quote(line.span))
        match = re.match(rf"[\W_]*{labels.pattern}[*_]*\s*[:\-][*_]*\s*(?=\w)", flat)
        if match and len(flat[match.end() :].split()) <= _MAX_WORDS:
            return _trim(document, Span(line.span.start + match.end(), line.span.end))
    return None


def _in_mail(document: Document, lexicon: Lexicon) -> Span | None:
    """Return the title in the subject of a mail; one that names a trade and no person is none: "backend role"."""
    subject = phrase_pattern(lexicon.words.get("job_titles.subject", ())).pattern
    trade = lexicon.words.get("job_titles.trade", ())
    nouns = tuple(noun for noun in lexicon.words.get("job_titles.nouns", ()) if noun not in trade)
    for line in document.lines[:_TOP_LINES]:
        text = document.quote(line.span)
        match = re.match(rf"\W*(?:{subject}\s*:\s*)+", flatten(text))
        if match is None:
            continue
        start = line.span.start + match.end()
        for part in re.finditer(r"(?:(?!\s[-|\u2013\u2014]\s).)+", text[match.end() :]):
            if has_phrase(nouns, flatten(part.group())) and len(part.group().split()) <= _MAX_WORDS:
                return _trim(document, Span(start + part.start(), start + part.end()))
    return None


def _in_sentence(document: Document, lexicon: Lexicon, within: Span) -> Span | None:
    """Find "we are looking for a senior back-end developer" in running text."""
    flat = flatten(document.quote(within))
    nouns = phrase_pattern(lexicon.words.get("job_titles.nouns", ())).pattern
    match = re.search(rf"(?<!job )\b{_INTRO}((?:[\w./+#-]+\s+){{0,5}}?{nouns}s?(?:\s+{nouns}s?)*)", flat)
    return Span(within.start + match.start(1), within.start + match.end(1)) if match else None


def _at_start(document: Document, lexicon: Lexicon) -> Span | None:
    """Find a title in the first words of a posting that lost its line breaks."""
    nouns = phrase_pattern(lexicon.words.get("job_titles.nouns", ())).pattern
    match = re.match(rf"\W*((?:[\w./+#-]+\s+){{0,4}}?{nouns}(?:\s+{nouns})*)", flatten(document.text))
    return Span(match.start(1), match.end(1)) if match else None


def _quote(document: Document, span: Span) -> str:
    """Quote a place with a tabulator wherever the file had a wide gap: "Position", then the title at a tab stop."""
    text = list(document.quote(span))
    for line in document.lines:
        for gap in line.gaps if line.span.overlaps(span) else ():
            if span.start <= gap < span.end:
                text[gap - span.start] = "\t"
    return "".join(text)


def _trim(document: Document, span: Span) -> Span:
    text = document.quote(span)
    left = len(text) - len(re.sub(r"^[^\w(\[.]+", "", text))
    return Span(span.start + left, span.start + max(left, len(text.rstrip(" *_#"))))


def _clean(document: Document, span: Span, lexicon: Lexicon) -> str:
    nouns = lexicon.words.get("job_titles.nouns", ())
    text = _GENDER.sub("", _quote(document, span))
    parts = [part.strip(" ,-–—|") for part in _PARTS.split(text)]
    return next((part for part in parts if has_phrase(nouns, flatten(part))), parts[0]) or text.strip()
