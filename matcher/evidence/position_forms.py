"""Reads jobs set as forms: a label beside or above each value, the first and the last month on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from matcher.domain.document import Span
from matcher.evidence.dates import DateReader, Period
from matcher.evidence.position_labels import FormLabels
from matcher.evidence.position_units import Block, HeadLine

__all__ = ["labelled_period", "with_labels_joined", "with_late_labels_moved"]


def with_labels_joined(lines: Sequence[HeadLine], labels: FormLabels) -> list[HeadLine]:
    """Put each label that stands alone before its value: "Employer" above "Tern Freight"."""
    joined: list[HeadLine] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above is None or not labels.kind(above.text) or labels.kind(line.text):
            joined.append(line)
            continue
        text = f"{above.text}{chr(9) * (line.span.start - above.span.end)}{line.text}"
        joined[-1] = HeadLine(Span(above.span.start, line.span.end), text, line.period, line.bold)
    return [line for line in joined if not _beside_the_job(line, labels)]


def _beside_the_job(line: HeadLine, labels: FormLabels) -> bool:
    label = labels.at_start(line.text)
    return label is not None and label.kind == "other" and line.period is None


def with_late_labels_moved(blocks: Sequence[Block], labels: FormLabels) -> list[Block]:
    """Give a form that begins with its dates what it says behind the body: "Name of employer: Tern".

    Europass sets a job so: dates, occupation, activities, employer.
    """
    moved = [Block(list(block.lines), block.after) for block in blocks]
    kinds = [[label.kind if (label := labels.at_start(line.text)) else None for line in block.lines] for block in moved]
    if not kinds or not kinds[0] or kinds[0][0] != "date":
        return moved
    for number in range(1, len(moved)):
        late = kinds[number].index("date") if "date" in kinds[number] else len(kinds[number])
        if late and all(kind == "company" for kind in kinds[number][:late]):
            moved[number - 1].lines.extend(moved[number].lines[:late])
            del moved[number].lines[:late]
    return [block for block in moved if block.lines or block.after]


def labelled_period(lines: Sequence[HeadLine], labels: FormLabels, reader: DateReader, *, as_of: date) -> Period | None:
    """Read dates on two lines of a form: "From: 04/2018" above "To: present"."""
    dated = [
        (line, line.text[label.end :])
        for line in lines
        if (label := labels.at_start(line.text)) and label.kind == "date"
    ]
    if len(dated) != 2 or dated[0][0].period is None:
        return None
    (first, start), (_, end) = dated
    found = [one for one in reader.find(f"{start} - {end}", as_of=as_of) if not one.single]
    return replace(found[0], span=first.span) if found else None
