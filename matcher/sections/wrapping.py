"""Decides whether a line goes on with the sentence, bullet or list of the line above it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.domain.document import Box, Format
from matcher.sections.lines import LineView, find_range
from matcher.sections.margins import is_full, typed_margin

__all__ = ["WrapJudge"]

_ENDS = (".", "!", "?", ":", ";", "\u2026")
_CLOSERS = "\"'\u201d\u2019)]"
# Without layout a line that ends like this is whole, however long: a year, a closing bracket.
_CLOSED = re.compile(r"\b(?:19|20)\d\d$|\)$")
_OPEN_MARK = re.compile(r"[,&/(\u2013\u2014|+=\u00b7]$|(?<=[^\W\d_])-$")
_CONTINUES = re.compile(r"[a-z(\u00df-\u00f6\u00f8-\u00ff&,;)|\u00b7]|\d+(?:[.,]\d+)?(?:%| [a-z])")
_ADDRESS = re.compile(r"\(?(?:https?://|www\.|mailto:|\S+@\S+\.\w)", re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][\w &/+.-]{1,28}:\s")
# The first half of a range of dates that a narrow column breaks: "06/2024 -", "February 2024 \u2013 Octo-".
_OPEN_DATES = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]{3,9}\.?,? |\d\d?[./-])?(?:(?:19|20)\d\d|['\u2019]\d\d)(?:[./-]\d\d)?"
    r"\s?(?:[-\u2010-\u2015]+|\bto\b)(?: [^\W\d_]{2,7}-)?$"
)
_SECOND_DATE = re.compile(
    r"(?:[^\W\d_]{2,9}\.?,? |\d\d?[./-])?(?:(?:19|20)\d\d|['\u2019]\d\d)(?:[./-]\d\d)?\W*$|[^\W\d_]+(?: date)?\W*$"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BRACKETED = re.compile(r"\([^()]*\)")
_DATE_WORDS = 5
_SMALL_WORD = 4
_UNWRAPPED = frozenset({Format.DOCX, Format.ODT, Format.RTF, Format.JSON_RESUME, Format.HTML})
# A text line shorter than this was ended by its writer, not by the margin, in files without layout.
_MARGIN_CHARACTERS = 60
_WIDEST_BY_HAND = 100
# How many lines above and below tell where a column ends.
_NEAR = 12
# Mean width of a character in type sizes; running text has 0.45 to 0.55, letter-spaced capitals up to 0.8.
_WIDEST = 0.85


class WrapJudge:
    """Knows the right margins of one document."""

    def __init__(
        self, views: Sequence[LineView], file_format: Format, words: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        lists = words or {}
        self._open_ends = frozenset(
            lists.get("statement_words.open_ends", ("a", "and", "for", "of", "the", "to", "with"))
        )
        self._labels = frozenset(lists.get("position_words.sub_labels", ()))
        self._margin = None if file_format in _UNWRAPPED else typed_margin(views)
        self._unwrapped = file_format in _UNWRAPPED or not _wraps_by_hand(views)
        # Left, right and page of each line with a place; a date set flush right tells nothing of the text's margin.
        boxed = [(view, box) for view in views if (box := view.line.box) is not None]
        self._extents = [(box.x0, box.x0 if view.dated else box.x1, view.line.page) for view, box in boxed]
        self._place_of_box = {view.index: number for number, (view, _) in enumerate(boxed)}
        self._full = [view for view in views if not view.blank]
        self._place = {view.index: number for number, view in enumerate(self._full)}

    def continues(self, above: LineView, line: LineView, *, bullet: bool) -> bool:
        """Tell whether a line without a bullet sign belongs to the statement that the line above ends with.

        Example: "Replaced ad-hoc caching with event-" is followed by "driven purges". A line that begins with a
        capital letter continues only where the line above was full and its sentence has not ended.
        """
        if above.blank or line.blank or line.bullet or line.marked or above.marked:
            return False
        if self._margin is not None:
            return is_full(above, line, self._margin) and self._was_broken(above, line, bullet=bullet)
        before, after = above.text, line.text
        if (_OPEN_DATES.search(before) and _SECOND_DATE.match(after)) or _closes_dates(before, after):
            return True
        if above.dated and _runs_on(above, after) and not self._fits(above, after):
            return True
        if self._ends_dates(above) or above.dated or (line.dated and len(after.split()) < 14):
            return False
        if _beside(above, line) or _ADDRESS.match(after) or after.strip(" :*").casefold() in self._labels:
            return False
        if _CONTINUES.match(after) and not _is_spelt_small(before, after):
            return not (_ends(before) and not bullet and self._fits(above, after))
        boxed = above.line.box is not None
        if _ends(before) or (not boxed and _CLOSED.search(before)):
            hangs = self._hangs(above, line) and (not above.bullet or line.indent > above.indent + 2)
            return bullet and boxed and hangs and not self._fits(above, after) and not self._heads_dates(line)
        if _OPEN_MARK.search(before) or before.rsplit(None, 1)[-1] in self._open_ends:
            return not _LABEL.match(after)
        if _tells_what_was_done(after) and self._is_head(above):
            return False
        if (
            self._unwrapped
            or _LABEL.match(after)
            or self._fits(above, after)
            or ((bullet or _tells(before)) and self._heads_dates(line))
        ):
            return False
        return not bullet or self._hangs(above, line)

    def _was_broken(self, above: LineView, line: LineView, *, bullet: bool) -> bool:
        """Tell whether a line goes on with the one above, which ends where the text's margin makes it.

        What begins small or hangs below a bullet goes on, dates or not; a capital letter may also begin the next head.
        """
        before, after = above.text, line.text
        if bullet and line.indent > (above.indent if above.bullet else 0):
            return True
        if _ends(before) or _ADDRESS.match(after):
            return False
        if _CONTINUES.match(after) or before.rsplit(None, 1)[-1] in self._open_ends:
            return not _is_spelt_small(before, after)
        dates = find_range(after) if line.dated else None
        if (dates is not None and not after[: dates.start()].strip(" (")) or _LABEL.match(after):
            return False
        closed = (
            _CLOSED.search(before) is not None
            or _ends_with_dates(above)
            or (_tells_what_was_done(after) and self._is_head(above))
        )
        return not closed and not ((bullet or _tells(before)) and self._heads_dates(line))

    def _heads_dates(self, line: LineView) -> bool:
        """Tell whether a short line stands right above dates: the head of the next job, not the end of a sentence."""
        at = self._place[line.index]
        below = self._full[at + 1 : at + 3]
        return len(line.text.split()) <= 16 and not _ends(line.text) and any(one.dated for one in below)

    def _ends_dates(self, line: LineView) -> bool:
        """Tell whether a line is the last part of dates that a narrow column breaks: "February 2020" below "2017 -"."""
        at = self._place[line.index]
        if not _SECOND_DATE.match(line.text) or len(line.text.split()) > _DATE_WORDS:
            return False
        above = [one.text for one in self._full[max(0, at - 2) : at]]
        opened = next((number for number, text in enumerate(above) if _OPEN_DATES.search(text)), None)
        return opened is not None and all(_SECOND_DATE.match(text) for text in above[opened + 1 :])

    def _is_head(self, line: LineView) -> bool:
        """Tell whether a line of names stands right below dates that have a line of their own: it heads a job."""
        at = self._place[line.index]
        dates = [one for one in self._full[max(0, at - 2) : at] if len(one.text.split()) <= _DATE_WORDS]
        if not dates or not (
            dates[-1].dated or (_OPEN_DATES.search(dates[0].text) and _SECOND_DATE.match(dates[-1].text))
        ):
            return False
        words = re.findall(r"[^\W\d_]+", _BRACKETED.sub("", line.text))
        return all(word[0].isupper() or len(word) < _SMALL_WORD for word in words)

    def _fits(self, above: LineView, after: str) -> bool:
        """Tell whether the first word of a line would have had room in the line above it."""
        word = after.split(None, 1)[0]
        box = above.line.box
        if box is None:
            return len(above.text) < _MARGIN_CHARACTERS
        margin = self._right_margin(above, box)
        width = (box.x1 - box.x0) / max(len(above.text), 1)
        size = above.line.font_size
        if size is not None and width > _WIDEST * size:
            # A wide gap: what reaches the margin is a date or a place set flush right, not the text.
            return True
        return box.x1 + width * (len(word) + 1) < margin - width

    def _right_margin(self, view: LineView, box: Box) -> float:
        """Return the right end of the column that a line stands in: the furthest line near it."""
        at, own = self._place_of_box[view.index], view.line.page
        near = self._extents[max(0, at - _NEAR) : at + _NEAR + 1]
        return max([box.x1, *(right for left, right, page in near if left < box.x1 and page == own and box.x0 < right)])

    def _hangs(self, above: LineView, line: LineView) -> bool:
        """Tell whether a line begins no further left than the text of the bullet above it."""
        if above.line.box is None or line.line.box is None or above.line.page != line.line.page:
            return above.line.box is None
        return line.indent >= above.indent - 1.5


def _runs_on(above: LineView, after: str) -> bool:
    """Tell whether text stands behind the dates of a line that goes on below: "2016-2020 Tern: split" "the ledger"."""
    return after[0].islower() and not _ends(above.text) and not _ends_with_dates(above)


def _ends_with_dates(line: LineView) -> bool:
    dates = find_range(line.text) if line.dated else None
    return dates is not None and not line.text[dates.end() :].strip(" ).")


def _closes_dates(before: str, after: str) -> bool:
    """Tell whether a line closes the bracket of dates that the line above opens: "(August" above "2017 - now)"."""
    behind = before.rpartition("(")[2]
    inside = after.partition(")")[0]
    opened = "(" in before and ")" not in behind and len(behind.split()) <= _DATE_WORDS
    return opened and ")" in after and len(inside.split()) <= _DATE_WORDS and bool(_YEAR.search(inside))


def _tells_what_was_done(text: str) -> bool:
    words = text.split(None, 2)
    return len(words) > 1 and words[0][0].isupper() and words[1][0].islower()


def _wraps_by_hand(views: Sequence[LineView]) -> bool:
    """Tell whether the lines of a text without layout were broken at a margin, as in old text files."""
    if any(view.line.box is not None for view in views):
        return True
    lengths = [len(view.text) for view in views if not view.blank]
    longest = max(lengths, default=0)
    near = sum(length > longest - 14 for length in lengths)
    return longest <= _WIDEST_BY_HAND and near >= 3


def _tells(text: str) -> bool:
    """Tell running text from names: three words or more that begin small."""
    return sum(word[0].islower() and len(word) > 3 for word in text.split()) >= 3


def _beside(above: LineView, line: LineView) -> bool:
    """Tell whether a line stands at the side of the one read before it: a label and its text, not one sentence."""
    left, right = above.line.box, line.line.box
    if left is None or right is None or above.line.page != line.line.page:
        return False
    height = max(left.bottom - left.top, 1.0)
    level = abs(right.top - left.top)
    return (right.x0 > left.x1 and level < 3 * height) or (left.x0 > right.x1 and level < 0.5 * height)


def _is_spelt_small(before: str, after: str) -> bool:
    """Tell a name that is written small ("pytest", "iOS") at the head of a list line from a continued sentence."""
    return before.endswith((".", ":")) and bool(re.match(r"[a-z]+[A-Z]|[a-z.]+(?:,|$)", after))


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_ENDS)
