"""Sketches of texts, to know near copies: the same resume with another date, another summary, another name.

MinHash over shingles of words (Broder 1997): the share of numbers that two sketches have in common estimates the share
of the shingles that the texts have in common.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

__all__ = ["NEAR", "near_copies", "similarity", "sketch"]

# 32 numbers tell .9 from .6 with an error of about .07; runs of 4 words are few enough to survive a changed line and
# long enough not to be shared by strangers who know the same tools.
_NUMBERS = 32
_RUN = 4
_BANDS = 8
NEAR = 0.8
"""From here on two texts are near copies. Two resumes of one author for two roles lie below; a corrected one above."""
_WORD = re.compile(r"\w+")
# One digest of 64 bytes holds 16 independent numbers of 4 bytes.
_SALTS = (b"first half", b"second half")
_HALF = struct.Struct(">16I")


def sketch(text: str) -> str:
    """Return the sketch of a text as JSON; an empty list for a text too short to be compared."""
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = {" ".join(words[at : at + _RUN]).encode() for at in range(len(words) - _RUN + 1)}
    if len(runs) < _NUMBERS:
        return "[]"
    return json.dumps([min(column) for column in zip(*(_numbers(run) for run in runs), strict=True)])


def similarity(one: str, other: str) -> float:
    """Estimate the share of what two texts have in common, 0 to 1, from their sketches."""
    return _similarity(json.loads(one), json.loads(other))


def near_copies(sketches: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return of which earlier text each near copy is one.

    ``sketches`` are ids with sketches in the order in which the texts were handed in.
    """
    order: dict[str, int] = {}
    numbers: dict[str, list[int]] = {}
    bands: dict[tuple[int, ...], list[str]] = defaultdict(list)
    width = _NUMBERS // _BANDS
    for ident, text in sketches:
        order[ident] = len(order)
        numbers[ident] = json.loads(text)
        for band in range(0, len(numbers[ident]), width):
            bands[(band, *numbers[ident][band : band + width])].append(ident)
    found: dict[str, str] = {}
    for alike in bands.values():
        for one, other in combinations(alike, 2):
            earlier = order[one] < order.get(found.get(other, ""), len(order))
            if earlier and _similarity(numbers[one], numbers[other]) >= NEAR:
                found[other] = one
    return found


def _numbers(run: bytes) -> tuple[int, ...]:
    halves = (_HALF.unpack(hashlib.blake2b(run, digest_size=_HALF.size, salt=salt).digest()) for salt in _SALTS)
    return tuple(number for half in halves for number in half)


def _similarity(one: list[int], other: list[int]) -> float:
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / _NUMBERS
