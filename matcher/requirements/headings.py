"""What a heading of a job description announces, told by its wording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from matcher.domain.document import SectionKind
from matcher.requirements.phrases import has_phrase
from matcher.taxonomy.index import Lexicon

__all__ = ["SECTION_ZONES", "Zone", "guessed_zone", "known_zone"]


class Zone(StrEnum):
    """What a part of a posting is for."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    STACK = "stack"
    NEUTRAL = "neutral"
    ABOUT = "about"
    BENEFITS = "benefits"
    UNNEEDED = "unneeded"


SECTION_ZONES: Mapping[SectionKind, Zone] = {
    SectionKind.REQUIRED: Zone.REQUIRED,
    SectionKind.PREFERRED: Zone.PREFERRED,
    SectionKind.RESPONSIBILITIES: Zone.DUTIES,
    SectionKind.ABOUT: Zone.ABOUT,
    SectionKind.BENEFITS: Zone.BENEFITS,
    SectionKind.SKILLS: Zone.REQUIRED,
    SectionKind.EXPERIENCE: Zone.REQUIRED,
    SectionKind.EDUCATION: Zone.REQUIRED,
    SectionKind.CERTIFICATIONS: Zone.REQUIRED,
    SectionKind.LANGUAGES: Zone.REQUIRED,
}
"""What a section of the sectionizer is for in a posting."""

# The order is that of how telling the words are: "nice to have skills" is no list of requirements, and "lovely, but by
# no means needed" is more than "not needed".
_BY_WORDS = (
    Zone.PREFERRED,
    Zone.UNNEEDED,
    Zone.BENEFITS,
    Zone.STACK,
    Zone.REQUIRED,
    Zone.DUTIES,
    Zone.ABOUT,
)


def known_zone(flat: str, lexicon: Lexicon) -> Zone | None:
    """Return the zone of a heading whose whole wording is listed, None for any other.

    Args:
        flat: the heading as ``phrases.flatten`` makes it, with or without its marks.
        lexicon: its headings and lexicon/job_headings.yaml.
    """
    key = _heading_key(flat)
    for zone in Zone:
        if key in lexicon.words.get(f"job_headings.{zone.value}", ()):
            return zone
    kind = lexicon.headings.get(key)
    return SECTION_ZONES.get(kind) if kind else None


def guessed_zone(flat: str, lexicon: Lexicon) -> Zone | None:
    """Return the zone that a telling word of a heading speaks for: "Cherries on top" is what would be nice to have."""
    # What a bracket adds counts only where the words before it are silent: "Hard skills (no bonus points here)".
    bare = re.sub(r"\([^()]*\)", "", flat)
    for text in dict.fromkeys((bare, flat)):
        zone = _by_words(text, lexicon)
        if zone is not None:
            return zone
    return None


def _by_words(flat: str, lexicon: Lexicon) -> Zone | None:
    for zone in _BY_WORDS:
        if has_phrase(lexicon.words.get(f"job_headings.{zone.value}_words", ()), flat):
            return zone
    return None


def _heading_key(flat: str) -> str:
    """Return a heading as the lexicon writes it: "## What You'll Need:" becomes "what you'll need"."""
    key = re.sub(r"^[\W\d_]+|[^\w)]+$", "", flat).replace("&", "and").replace("-", " ")
    return " ".join(re.sub(r"\s*\((?:m/?w/?d|.{0,14})\)$", "", key).split())
