"""The sections of a posting as its own headings make them, so that names below them are read in their light."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from matcher.domain.document import Section, SectionKind, Span, Statement
from matcher.requirements.headings import SECTION_ZONES, Zone, known_zone
from matcher.requirements.posting import Posting
from matcher.taxonomy.index import Lexicon

__all__ = ["rezoned"]

_KINDS: Mapping[Zone, SectionKind] = {
    Zone.REQUIRED: SectionKind.REQUIRED,
    Zone.PREFERRED: SectionKind.PREFERRED,
    Zone.UNNEEDED: SectionKind.PREFERRED,
    Zone.DUTIES: SectionKind.RESPONSIBILITIES,
    Zone.STACK: SectionKind.SKILLS,
    Zone.ABOUT: SectionKind.ABOUT,
    Zone.BENEFITS: SectionKind.BENEFITS,
    Zone.NEUTRAL: SectionKind.OTHER,
}


def rezoned(
    posting: Posting, sections: tuple[Section, ...], statements: tuple[Statement, ...], lexicon: Lexicon
) -> tuple[tuple[Section, ...], tuple[Statement, ...]]:
    """Cut a posting anew at every heading whose zone is known, also where the wording was in no list of headings.

    "Angular" below "Sugar on top" is then an item of a list of skills, as it is below "Nice to have".

    Args:
        posting: with the zones of its sentences.
        sections: as the sectionizer cut them; they cover the text.
        statements: each is given the section that it stands in now.
        lexicon: its headings and lexicon/job_headings.yaml.
    """
    cut = _cut(posting, sections, lexicon)
    starts = [section.span.start for section in cut]
    zones = {sentence.span.start: sentence.zone for sentence in posting.sentences if not sentence.head}
    placed = []
    for statement in statements:
        kind = cut[max(0, bisect_right(starts, statement.span.start) - 1)].kind
        zone = zones.get(statement.span.start, Zone.NEUTRAL)
        placed.append(replace(statement, section=kind if zone is Zone.NEUTRAL else _KINDS[zone]))
    return cut, tuple(placed)


def _cut(posting: Posting, sections: tuple[Section, ...], lexicon: Lexicon) -> tuple[Section, ...]:
    cuts: dict[int, tuple[SectionKind, Span | None]] = {}
    for section in sections:
        if section.heading is not None or not cuts:
            cuts[section.span.start] = (_kind_of(section, posting, lexicon), section.heading)
    known = [heading for _, heading in cuts.values() if heading is not None]
    for sentence in posting.sentences:
        if sentence.head and not any(sentence.span.overlaps(heading) for heading in known):
            start = posting.text.rfind("\n", 0, sentence.span.start) + 1
            cuts[start] = (_KINDS[sentence.zone], sentence.span)
    starts = sorted(cuts)
    ends = [*starts[1:], len(posting.text)]
    return tuple(
        Section(cuts[start][0], Span(start, end), cuts[start][1]) for start, end in zip(starts, ends, strict=True)
    )


def _kind_of(section: Section, posting: Posting, lexicon: Lexicon) -> SectionKind:
    if section.heading is None:
        return section.kind
    zone = known_zone(posting.flat[section.heading.start : section.heading.end], lexicon)
    return section.kind if zone is None or SECTION_ZONES.get(section.kind) is zone else _KINDS[zone]
