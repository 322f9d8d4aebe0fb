"""A job description as a set of requirements: every thing it asks for, once, with the sentence that asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.domain.candidate import SkillMention
from matcher.domain.catalogue import (
    Importance,
    QuoteSpan,
    Requirement,
    RequirementId,
    RequirementKind,
    RequirementSet,
)
from matcher.domain.document import Document, Section, Span, Statement
from matcher.errors import ErrorCode, InputError
from matcher.requirements.alternatives import group_mentions
from matcher.requirements.degree import DegreeReading, read_degree
from matcher.requirements.importance import Weight, cue_spans, weigh
from matcher.requirements.merging import Demand, merge_demands
from matcher.requirements.noise import LeftOut, Reason, noise_reason, zone_of
from matcher.requirements.phrases import has_phrase
from matcher.requirements.posting import Posting, Sentence, Zone, read_posting
from matcher.requirements.practices import is_of_colleagues, practice_of, read_practices, skills_of
from matcher.requirements.title import read_level, read_title
from matcher.requirements.years import YearsDemand, overall_years, read_years
from matcher.taxonomy.index import Taxonomy

__all__ = ["JobReading", "job_requirements", "read_job"]


# A posting pasted without line breaks or full stops is one sentence; a quote of it all would show nothing.
_LONGEST_QUOTE = 320
_AROUND = 110
_ASKING = frozenset({Zone.REQUIRED, Zone.PREFERRED})


@dataclass(frozen=True, slots=True)
class JobReading:
    """What a job description asks for, and what it names without asking."""

    target: RequirementSet
    left_out: tuple[LeftOut, ...]


def job_requirements(
    document: Document,
    sections: tuple[Section, ...],
    statements: tuple[Statement, ...],
    mentions: tuple[SkillMention, ...],
    taxonomy: Taxonomy,
) -> RequirementSet:
    """Return what a job description asks for.

    Raises:
        InputError: ``job_unreadable``, when nothing is asked for.
    """
    return read_job(document, sections, statements, mentions, taxonomy).target


def read_job(
    document: Document,
    sections: tuple[Section, ...],
    statements: tuple[Statement, ...],
    mentions: tuple[SkillMention, ...],
    taxonomy: Taxonomy,
) -> JobReading:
    """Return what a job description asks for, and what was left out and why.

    Raises:
        InputError: ``job_unreadable``, when nothing is asked for.
    """
    named = tuple(mention.span for mention in mentions)
    posting = read_posting(document, sections, statements, named, taxonomy.lexicon)
    title, place = read_title(document, taxonomy.lexicon)
    reader = _Reader(posting, mentions, taxonomy, place)
    reader.read()
    degree = read_degree(posting, reader.kept, taxonomy.lexicon)
    years = overall_years(reader.years)
    requirements = (
        *_background(posting, reader, years, degree, taxonomy),
        *merge_demands(reader.demands, posting, taxonomy),
    )
    if not requirements:
        raise InputError(
            ErrorCode.JOB_UNREADABLE,
            "No requirement was found in the job description.",
            "Paste the whole posting, with the part that says what applicants should bring.",
        )
    target = RequirementSet(
        title=title,
        requirements=requirements,
        level=read_level(title, taxonomy.lexicon),
        min_years=years,
        degree=degree.demand if degree else None,
    )
    return JobReading(target, tuple(reader.left_out))


class _Reader:
    """Walks the sentences of one posting and collects what they ask for."""

    def __init__(
        self, posting: Posting, mentions: Sequence[SkillMention], taxonomy: Taxonomy, title: Span | None
    ) -> None:
        self._posting = posting
        self._mentions = sorted(mentions, key=lambda mention: mention.span)
        self._taxonomy = taxonomy
        self._title = title
        self.demands: list[Demand] = []
        self.years: list[YearsDemand] = []
        self.years_at: list[Sentence] = []
        self.left_out: list[LeftOut] = []
        self.kept: list[Sentence] = []

    def read(self) -> None:
        for sentence in self._posting.sentences:
            if not self._is_title(sentence.span):
                self._read_sentence(sentence)
        if self._title is not None:
            # Last, so that a sentence further down is quoted where it asks for the same.
            self._read_title(self._title)

    def _is_title(self, span: Span) -> bool:
        """Tell whether a sentence is the title and little more, such as the employer and the place."""
        title = self._title
        return title is not None and span.overlaps(title) and span.end - span.start <= title.end - title.start + 60

    def _inside(self, span: Span) -> list[SkillMention]:
        return [mention for mention in self._mentions if span.contains(mention.span)]

    def _read_title(self, span: Span) -> None:
        sentence = Sentence(span, Zone.NEUTRAL)
        mentions = [m for m in self._inside(span) if self._kind(m) in {"technology", "language"}]
        self._ask(sentence, mentions, [Weight.REQUIRED] * len(mentions), (), rank=2)

    def _read_sentence(self, sentence: Sentence) -> None:
        lexicon = self._taxonomy.lexicon
        zone = zone_of(self._posting, sentence, lexicon)
        sentence = replace(sentence, zone=zone)
        mentions = self._inside(sentence.span)
        reason = noise_reason(self._posting, sentence, lexicon)
        if reason is not None or (sentence.head and sentence.zone in {Zone.ABOUT, Zone.BENEFITS, Zone.UNNEEDED}):
            self._leave_out(mentions, sentence, reason or Reason.ABOUT)
            return
        self.kept.append(sentence)
        usable = list(self._usable(mentions, sentence))
        years = read_years(self._posting, sentence, usable, lexicon)
        self.years.extend(years)
        self.years_at.extend([sentence] * len(years))
        weights = weigh(self._posting, sentence, [mention.span for mention in usable], lexicon)
        self._leave_out(
            [m for m, w in zip(usable, weights, strict=True) if w is Weight.DROPPED], sentence, Reason.NOT_NEEDED
        )
        self._ask(sentence, usable, weights, years, rank=0 if sentence.zone in _ASKING else 1)

    def _usable(self, mentions: Sequence[SkillMention], sentence: Sentence) -> Iterator[SkillMention]:
        cues = cue_spans(self._posting, sentence, self._taxonomy.lexicon)
        for index, mention in enumerate(mentions):
            kind = self._kind(mention)
            if kind == "concept" and self._is_label(mention, mentions[index + 1 :]):
                continue
            if kind == "people" and any(cue.overlaps(mention.span) for cue in cues):
                continue
            reason = self._unusable(mention, kind, sentence)
            if reason is None:
                yield mention
            else:
                self._leave_out([mention], sentence, reason)

    def _is_label(self, mention: SkillMention, behind: Sequence[SkillMention]) -> bool:
        """Tell whether a word only announces what follows: "Databases: PostgreSQL, Redis"."""
        colon = self._posting.flat[mention.span.end :].lstrip().startswith(":")
        return colon and any(mention.skill in self._taxonomy.implied_by(other.skill) for other in behind)

    def _unusable(self, mention: SkillMention, kind: str, sentence: Sentence) -> Reason | None:
        words, asking = self._taxonomy.lexicon.words, sentence.zone in _ASKING
        if kind == "degree_field":
            return Reason.FIELD
        if kind == "tool" and sentence.zone in {Zone.STACK, Zone.ABOUT}:
            return Reason.EMPLOYER_TOOL
        hits = list(read_practices(self._posting, sentence, self._taxonomy))
        if kind in {"concept", "practice"} and is_of_colleagues(mention, hits, self._posting.flat):
            return Reason.COLLEAGUES
        if kind == "people":
            own = practice_of(mention, () if asking else hits, self._taxonomy)
            named = asking or any(hit.span.overlaps(mention.span) for hit in hits)
            return None if own is not None and named else Reason.TRAIT
        if mention.skill in words.get("job_noise.mere_trade", ()):
            return Reason.GENERAL
        return Reason.GENERAL if not asking and mention.skill in words.get("job_noise.too_general", ()) else None

    def _kind(self, mention: SkillMention) -> str:
        skill = self._taxonomy.skills.get(mention.skill)
        return skill.kind if skill else "technology"

    def _leave_out(self, mentions: Sequence[SkillMention], sentence: Sentence, reason: Reason) -> None:
        self.left_out.extend(LeftOut(mention.skill, sentence.span, reason) for mention in mentions)

    def _ask(
        self,
        sentence: Sentence,
        mentions: Sequence[SkillMention],
        weights: Sequence[Weight],
        years: Sequence[YearsDemand],
        *,
        rank: int,
    ) -> None:
        posting, taxonomy = self._posting, self._taxonomy
        hits = list(read_practices(posting, sentence, taxonomy)) if mentions or not sentence.head else []
        weak = has_phrase(taxonomy.lexicon.words.get("importance_cues.weak", ()), posting.flat, sentence.span)
        level = "listed" if weak else "used"
        used: set[RequirementId] = set()
        for group in group_mentions(posting.flat, sentence.span, mentions, taxonomy):
            kept = [index for index in group if weights[index] is not Weight.DROPPED]
            if not kept:
                continue
            importance = _importance([weights[index] for index in kept])
            skills = tuple(dict.fromkeys(mentions[index].skill for index in kept))
            own = practice_of(mentions[kept[0]], hits, taxonomy) if len(kept) == 1 else None
            length = None if own else self._length(kept, mentions, years)
            place = _place(posting, sentence.span, mentions[kept[0]].span, mentions[kept[-1]].span)
            if own is not None:
                used.add(own.id)
            self.demands.append(Demand(skills, importance, place, length, level, own.id if own else None, rank))
        for hit in hits:
            weight = weigh(posting, sentence, [hit.span], taxonomy.lexicon)[0]
            if hit.requirement not in used and weight is not Weight.DROPPED:
                used.add(hit.requirement)
                place = _place(posting, sentence.span, hit.span, hit.span)
                skills = skills_of(hit.requirement, taxonomy)
                self.demands.append(Demand(skills, _importance([weight]), place, None, "used", hit.requirement, rank))

    def _length(
        self, group: Sequence[int], mentions: Sequence[SkillMention], years: Sequence[YearsDemand]
    ) -> float | None:
        """Return the years a group is asked for; those of a field ("building distributed systems") are overall."""
        for demand in years:
            tied = [index for index in group if index in demand.mentions]
            concept = all(self._kind(mentions[index]) in {"concept", "practice", "people"} for index in tied)
            if tied and not (demand.generic and concept):
                return demand.years
        return None


def _importance(weights: Sequence[Weight]) -> Importance:
    return Importance.REQUIRED if Weight.REQUIRED in weights else Importance.PREFERRED


def _place(posting: Posting, sentence: Span, first: Span, last: Span) -> Span:
    """Return what to quote: the sentence, or the words around the mentions where it runs on without end."""
    if sentence.end - sentence.start <= _LONGEST_QUOTE:
        return sentence
    start, end = max(sentence.start, first.start - _AROUND), min(sentence.end, last.end + _AROUND)
    if start > sentence.start:
        start = posting.text.find(" ", start, first.start) + 1 or first.start
    if end < sentence.end:
        end = max(posting.text.rfind(" ", last.end, end), last.end)
    return Span(start, end)


def _background(
    posting: Posting, reader: _Reader, years: float | None, degree: DegreeReading | None, taxonomy: Taxonomy
) -> Iterator[Requirement]:
    """Return the years of the trade and the degree as requirements, so that they are judged and studied as such."""
    if years is not None:
        sentence, hit = next(
            (s, d.span)
            for s, d in zip(reader.years_at, reader.years, strict=True)
            if d.years == years and not d.leading and d.weight is Weight.REQUIRED
        )
        base = _own(taxonomy, "backend-experience", RequirementKind.EXPERIENCE)
        share = base.partial_years / base.min_years if base.partial_years and base.min_years else 0.6
        label = f"{years:g} years of experience" if years != 1 else "1 year of experience"
        yield replace(
            base,
            label=label,
            min_years=years,
            partial_years=round(years * share, 1),
            quote=_quote(posting, _place(posting, sentence.span, hit, hit)),
        )
    if degree is not None:
        base = _own(taxonomy, "computing-degree", RequirementKind.DEGREE)
        place = _place(posting, degree.sentence.span, degree.hit, degree.hit)
        importance = Importance.REQUIRED if degree.demand.required else Importance.PREFERRED
        yield replace(base, importance=importance, quote=_quote(posting, place))


def _own(taxonomy: Taxonomy, name: str, kind: RequirementKind) -> Requirement:
    identifier = RequirementId(name)
    found = taxonomy.requirements.get(identifier)
    return found or Requirement(identifier, name.replace("-", " ").capitalize(), Importance.REQUIRED, kind)


def _quote(posting: Posting, span: Span) -> QuoteSpan:
    return QuoteSpan(posting.text[span.start : span.end], span.start, span.end)
