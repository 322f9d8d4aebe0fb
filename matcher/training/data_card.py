"""The figures in the data card of the statements, written where its marks are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from matcher.training.statements import SIGNALS, Labelled

__all__ = ["card_with", "counts", "write_card"]


def write_card(path: Path, authors: Mapping[str, Sequence[Labelled]], figures: str) -> None:
    """Put counts and figures into the data card; the rest of it stays."""
    path.write_text(card_with(path.read_text("utf-8"), {"counts": counts(authors), "figures": figures}), "utf-8")


def card_with(card: str, parts: Mapping[str, str]) -> str:
    """Return a card with each part between its marks, ``<!-- name -->`` and ``<!-- end of name -->``.

    Raises:
        ValueError: the card lacks a mark.
    """
    for name, text in parts.items():
        before, mark, rest = card.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- end of {name} -->")
        if not (mark and end):
            msg = f"the card has no place for {name}"
            raise ValueError(msg)
        card = f"{before}{mark}{text}\n{end}{after}"
    return re.sub(r"\n{3,}", "\n\n", card)


def counts(authors: Mapping[str, Sequence[Labelled]]) -> str:
    """Return two tables of Markdown: statements by author, and labels by way of working and grade."""
    lines = ["| author | statements | show none |", "|---|---|---|"]
    for name, rows in authors.items():
        lines.append(f"| {name} | {len(rows)} | {sum(not one.shows for one in rows)} |")
    every = [one for rows in authors.values() for one in rows]
    lines += [f"| all | {len(every)} | {sum(not one.shows for one in every)} |", ""]
    lines += ["| way of working | met | partial |", "|---|---|---|"]
    for signal in SIGNALS:
        grades = [one.shows.get(signal) for one in every]
        lines.append(f"| {signal} | {grades.count('met')} | {grades.count('partial')} |")
    return "\n".join(lines)
