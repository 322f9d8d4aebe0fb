"""People who do not exist, of many cultures, with all that may tell who they are."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PEOPLE", "Person"]


@dataclass(frozen=True, slots=True)
class Person:
    """One of them. ``number`` makes telephone, birth and years differ."""

    number: int
    given: str
    family: str
    she: bool
    town: str
    country: str
    street: str
    school: str
    short: str
    club: str
    language: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def first(self) -> str:
        return self.given.split()[0]

    @property
    def handle(self) -> str:
        return _ascii(f"{self.first[:1]}{self.family}").lower() + str(self.number % 7 or "")

    @property
    def mail(self) -> str:
        return f"{_ascii(self.first)}.{_ascii(self.family)}{self.number}@example.org".lower()

    @property
    def phone(self) -> str:
        return f"+{30 + self.number % 60} {700 + self.number} {555_000 + 37 * self.number}"

    @property
    def born(self) -> int:
        return 1975 + self.number % 20

    @property
    def studied(self) -> tuple[int, int]:
        return self.born + 19, self.born + 23


_LATIN = str.maketrans("łøđıŁØĐİæÆ", "lodiLODIaA")


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_LATIN))
    return "".join(char for char in plain if char.isascii() and char.isalpha())


def _read() -> Iterator[Person]:
    with Path(__file__).with_name("people.csv").open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows), start=1):
            yield Person(number, she=row.pop("pronoun") == "she", **row)


PEOPLE = tuple(_read())
