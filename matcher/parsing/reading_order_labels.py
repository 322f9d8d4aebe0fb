"""Tells a column of labels (dates, places, section names beside their text) from a column of text, and attaches it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from matcher.parsing.pdf_words import Word
from matcher.parsing.reading_order_rows import Row, build_rows, is_marker

__all__ = ["are_labels", "attach_labels", "row_wraps"]

# How a column of labels shows itself; shares of its lines or of its characters, found on resumes of many makers.
_MOST_CHARACTERS = 0.35
_LEVEL = 0.75
_DATED = 0.6
_FLUSH = 0.9
_FEW = 0.3
_LONGER = 1.3
_BLOCK_GAP = 1.5
_YEAR = re.compile(r"(?:19|20)\d\d")
_DASH = re.compile(r"[-\u2010-\u2015\u2212]")
_DASH_FIRST = re.compile(rf"{_DASH.pattern}\s")
_DASH_LAST = re.compile(rf"(?:\d|\s){_DASH.pattern}\s*$")


def are_labels(narrow: Sequence[Word], wide: Sequence[Word], *, narrow_is_left: bool) -> bool:
    """Tell whether the narrow side of a river labels the other side.

    Labels stand level with a line of the text, alone or in twos ("June 2024 - present" over "Miami, FL"), or they are
    dates, or set flush right. Section names on the left may stand a little off, level with the start of a block.
    """
    characters = sum(len(w.text) for w in narrow)
    share = characters / (characters + sum(len(w.text) for w in wide))
    rows = build_rows(wide)
    everything = build_rows(narrow)
    # A heading above a part with labels stands on the left too, with nothing beside it.
    labels = [row for row in everything if not (narrow_is_left and _stands_alone(row, rows))] or everything
    clusters = [part for cluster in _clusters(labels) for part in _parted_dates(cluster)]
    if len(clusters) > 1 and all(_dates_a_block(cluster, rows) for cluster in clusters):
        return True
    level = level_share(labels, rows)
    longer = level >= _FLUSH and len(rows) >= _LONGER * len(labels)
    alone = longer or median(len(cluster) for cluster in clusters) <= 2
    firsts = [cluster[0] for cluster in clusters]
    broken = all(_broken_part(cluster) > 1 for cluster in clusters)
    if level >= _LEVEL or ((broken or len(firsts) > 2) and level_share(firsts, rows) >= _FLUSH):
        dated = _share_of_years(labels) >= _DATED or broken
        flush = not narrow_is_left and _flush_right(labels)
        return dated or flush or (alone and share < _MOST_CHARACTERS)
    if _share_of_years(labels) >= _DATED and _centred(clusters, rows):
        return True
    if not (narrow_is_left and alone and share < _MOST_CHARACTERS and len(labels) <= _FEW * len(rows)):
        return False
    starts = sum(_starts_block(cluster[0], rows) for cluster in clusters)
    return starts >= _LEVEL * len(clusters)


def are_dates(words: Sequence[Word]) -> bool:
    """Tell whether half of the lines hold a year, as in a column of dates: "2017 -" over "2021"."""
    return _share_of_years(build_rows(words)) >= 0.5


def _share_of_years(rows: Sequence[Row]) -> float:
    return sum(_YEAR.search(row.text) is not None for row in rows) / len(rows)


def level_share(labels: Sequence[Row], rows: Sequence[Row]) -> float:
    """Return the share of the labels that stand level with a row."""
    return sum(_level_row(label, rows) is not None for label in labels) / len(labels)


def _flush_right(labels: Sequence[Row]) -> bool:
    """Tell whether rows end on one edge but start anywhere: a column of text starts on one edge."""
    right = max(label.x1 for label in labels)
    left = min(label.x0 for label in labels)
    ends = sum(right - label.x1 < 0.2 * label.size for label in labels)
    starts = sum(label.x0 - left < 0.2 * label.size for label in labels)
    return ends >= _FLUSH * len(labels) and (len(labels) < 3 or starts <= 0.5 * len(labels))


def are_flush_dates(right: Sequence[Word], left: Sequence[Word]) -> bool:
    """Tell whether the right side is set flush right and level with the text: "Scrum Master ... Scrum.org, 2018"."""
    labels = build_rows(right)
    return _flush_right(labels) and level_share(labels, build_rows(left)) >= _FLUSH


def attach_labels(rows: Sequence[Row], labels: Sequence[Word], edge: float, *, left: bool) -> list[Row]:
    """Return the rows of a text with its labels in their places, never in the middle of a sentence.

    Labels on the left come as lines of their own before the row they stand level with. Labels on the right end that
    row; the lower ones of a group follow it. ``edge`` is where the lines of the text are broken.
    """
    before: dict[int, list[Row]] = {}
    after: dict[int, list[Row]] = {}
    joined: dict[int, Row] = {}
    clusters = [part for cluster in _clusters(build_rows(labels)) for part in _parted_dates(cluster)]
    centred = _centred(clusters, rows)
    for number, cluster in enumerate(_one_by_one(clusters, rows) if left and not centred else clusters):
        place = centred[number] if centred else None
        at = _place(cluster[0], rows, last=not left) if place is None else place
        if left or at >= len(rows):
            before.setdefault(_sentence_start(rows, at, edge), []).extend(cluster)
            continue
        broken = _broken_part(cluster) if place is None else 1
        if broken > 2:
            # Dates over three lines reach below the head; those over two end its two lines.
            before.setdefault(_sentence_start(rows, at, edge), []).extend(cluster[:broken])
            cluster = cluster[broken:]
            at = _place(cluster[0], rows, last=True) if cluster else at
        if cluster and at < len(rows):
            _attach_right(cluster, rows, at, edge, (before, after, joined))
        else:
            before.setdefault(at, []).extend(cluster)
    ordered: list[Row] = []
    for index, row in enumerate(rows):
        ordered.extend(before.get(index, ()))
        ordered.append(joined.get(index, row))
        ordered.extend(after.get(index, ()))
    ordered.extend(before.get(len(rows), ()))
    return ordered


def _attach_right(
    cluster: Sequence[Row],
    rows: Sequence[Row],
    at: int,
    edge: float,
    places: tuple[dict[int, list[Row]], dict[int, list[Row]], dict[int, Row]],
) -> None:
    before, after, joined = places
    if row_wraps(rows, at, edge):
        before.setdefault(_sentence_start(rows, at, edge), []).extend(cluster)
        return
    last = at
    waiting: list[Row] = []
    for label in cluster:
        place = _level_row(label, rows, last=True)
        if (
            place is None
            or waiting
            or place in joined
            or not last <= place <= last + 1
            or row_wraps(rows, place, edge)
            or not _is_head(rows[place], rows[at])
        ):
            waiting.append(label)
        else:
            joined[place] = Row([*rows[place].words, *label.words], rows[place].base)
            last = place
    after.setdefault(last, []).extend(waiting)


def _is_head(row: Row, first: Row) -> bool:
    """Tell whether a row belongs to the head of an entry: no list item, and no further in than its first row."""
    return not is_marker(row.words[0].text) and row.x0 - first.x0 < 0.5 * row.size


def _stands_alone(label: Row, rows: Sequence[Row]) -> bool:
    return not any(-1.8 < (row.base - label.base) / label.size < 1.0 for row in rows)


def _one_by_one(clusters: Iterable[list[Row]], rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Part groups of three and more labels that each have one line of text beside them, as in a table of skills."""
    for cluster in clusters:
        below = cluster[-1].base + 0.5 * cluster[-1].size
        beside = [row for row in rows if cluster[0].top < row.base < below]
        goes_on = any(below <= row.base < below + 1.5 * row.size for row in rows)
        if len(cluster) > 2 and len(beside) <= len(cluster) and not goes_on and _broken_part(cluster) < 2:
            yield from ([label] for label in cluster)
        else:
            yield cluster


def _broken_part(cluster: Sequence[Row]) -> int:
    """Return how many labels of a group its first dates are broken over: 2 for "Mar 2019 -" over "Present", else 1."""
    texts = [label.text for label in cluster]
    count = 1
    while count < len(texts) and _goes_on(texts[count - 1], texts[count]):
        count += 1
    whole = " ".join(texts[:count])
    return count if count > 1 and _YEAR.search(whole) and _DASH.search(whole) else 1


def _goes_on(above: str, below: str) -> bool:
    """Tell whether dates go on in the next line: at a dash, or a month without its year above a year."""
    if _DASH_LAST.search(above) or _DASH_FIRST.match(below):
        return True
    last = _DASH.split(above)[-1]
    return not _YEAR.search(last) and _YEAR.match(below) is not None


def _parted_dates(cluster: list[Row]) -> list[list[Row]]:
    """Part a group that holds the broken dates of several jobs, one close below the other."""
    cuts, at = [0], _broken_part(cluster)
    while at < len(cluster):
        count = _broken_part(cluster[at:])
        if count > 1:
            cuts.append(at)
        at += count
    return [cluster[start:end] for start, end in pairwise([*cuts, len(cluster)])]


def row_wraps(rows: Sequence[Row], index: int, edge: float) -> bool:
    """Tell whether a row goes on in the next one: the next row's first word would not have fitted on it."""
    if index < 0 or index + 1 >= len(rows):
        return False
    row, after = rows[index], rows[index + 1]
    if is_marker(after.words[0].text) or not 0 < after.base - row.base < 1.75 * row.size:
        return False
    # The next entry's head stands further out than the items above it.
    if row.x0 - after.x0 > 0.5 * row.size:
        return False
    first = after.words[0]
    return row.x1 + 0.25 * row.size + (first.x1 - first.x0) > edge + 0.5


def _sentence_start(rows: Sequence[Row], index: int, edge: float) -> int:
    while index > 0 and row_wraps(rows, index - 1, edge):
        index -= 1
    return index


def _clusters(labels: Sequence[Row]) -> list[list[Row]]:
    """Return labels in groups that stand together: closer than a line and a half."""
    clusters: list[list[Row]] = []
    for label in labels:
        above = clusters[-1][-1] if clusters else None
        if above is not None and label.base - above.base < 1.7 * max(label.size, above.size):
            clusters[-1].append(label)
        else:
            clusters.append([label])
    return clusters


def _level_row(label: Row, rows: Sequence[Row], *, last: bool = False) -> int | None:
    found = None
    for index, row in enumerate(rows):
        if abs(row.base - label.base) < 0.35 * min(row.size, label.size):
            if not last:
                return index
            found = index
    return found


def _place(label: Row, rows: Sequence[Row], *, last: bool) -> int:
    level = _level_row(label, rows, last=last)
    if level is not None:
        return level
    for index, row in enumerate(rows):
        if row.base > label.base - 0.8 * max(row.size, label.size):
            return index
    return len(rows)


def _centred(clusters: Sequence[Sequence[Row]], rows: Sequence[Row]) -> list[int | None]:
    """Return the first row of the block beside each label, if each stands half way down a block of its own.

    A heading with nothing beside it has no block.

    Tables set dates so, in the middle of a cell: "2018 - 2021" beside the third of five lines about a job.
    """
    gaps = [b.base - a.base for a, b in pairwise(rows)]
    if len(clusters) < 2 or len(gaps) < 2:
        return []
    breaks = [index + 1 for index, gap in enumerate(gaps) if gap > _BLOCK_GAP * median(gaps)]
    blocks = [(a, b - 1) for a, b in pairwise([0, *breaks, len(rows)]) if b - a > 2]
    starts: list[int | None] = []
    for cluster in clusters:
        if all(_stands_alone(label, rows) for label in cluster):
            starts.append(None)
            continue
        middle = (cluster[0].base + cluster[-1].base) / 2
        near = [a for a, b in blocks if abs((rows[a].base + rows[b].base) / 2 - middle) < cluster[0].size]
        if len(near) != 1 or near[0] in starts:
            return []
        starts.append(near[0])
    return starts if len(starts) - starts.count(None) > 1 else []


def _dates_a_block(cluster: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Tell a group that begins with dates level with the first line of a block: "2018 - 2021" over "Tern Freight"."""
    dated = _YEAR.search(cluster[0].text) or _broken_part(cluster) > 1
    return bool(dated) and _starts_block(cluster[0], rows)


def _starts_block(label: Row, rows: Sequence[Row]) -> bool:
    gaps = [b.base - a.base for a, b in pairwise(rows)]
    usual = median(gaps) if gaps else 0.0
    for index, row in enumerate(rows):
        if abs(row.base - label.base) < 0.8 * max(row.size, label.size):
            return index == 0 or gaps[index - 1] > 1.2 * usual
    return False
