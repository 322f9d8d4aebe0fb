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
from matcher.requirements.asking import place_of, read_demands
from matcher.requirements.degree import DegreeReading, read_degree
from matcher.requirements.importance import Weight, weigh
from matcher.requirements.merging import Demand, merge_demands
from matcher.requirements.noise import LeftOut, Reason, noise_reason, zone_of
from matcher.requirements.posting import Posting, Sentence, Zone, read_posting
from matcher.requirements.practices import read_practices
from matcher.requirements.sifting import kind_of, sift_mentions
from matcher.requirements.title import read_level, read_title
from matcher.requirements.years import YearsDemand, overall_years, read_years
from matcher.taxonomy.index import Taxonomy

__all__ = ["JobReading", "job_requirements", "read_job"]


_IN_LIST, _ELSEWHERE, _IN_TITLE = range(3)


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
    years = overall_years([demand for demand, _ in reader.years])
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
        level=read_level(title, taxonomy.lexicon, document),
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
        self.years: list[tuple[YearsDemand, Sentence]] = []
        self.left_out: list[LeftOut] = []
        self.kept: list[Sentence] = []

    def read(self) -> None:
        for sentence in self._posting.sentences:
            if not self._is_title(sentence.span):
                self._read_sentence(replace(sentence, zone=zone_of(self._posting, sentence, self._taxonomy.lexicon)))
        # "Our stack: Go, React. You won't touch React": what is not needed is no wish for being in use.
        self.demands = [one for one in self.demands if not self._is_disowned(one)]
        if self._title is not None:
            # Last, so that a sentence further down is quoted where it asks for the same.
            self._read_title(Sentence(self._title, Zone.NEUTRAL))

    def _is_title(self, span: Span) -> bool:
        """Tell whether a sentence is the title and little more, such as the employer and the place."""
        title = self._title
        return title is not None and span.overlaps(title) and span.end - span.start <= title.end - title.start + 60

    def _is_disowned(self, demand: Demand) -> bool:
        dropped = {left.skill for left in self.left_out if left.reason is Reason.NOT_NEEDED}
        wished = demand.importance is Importance.PREFERRED and demand.rank == _ELSEWHERE
        return wished and bool(demand.skills) and dropped.issuperset(demand.skills)

    def _inside(self, sentence: Sentence) -> list[SkillMention]:
        return [mention for mention in self._mentions if sentence.span.contains(mention.span)]

    def _read_title(self, sentence: Sentence) -> None:
        mentions = [m for m in self._inside(sentence) if kind_of(m, self._taxonomy) in {"technology", "language"}]
        weights = [Weight.REQUIRED] * len(mentions)
        self.demands.extend(
            read_demands(self._posting, sentence, mentions, weights, (), (), self._taxonomy, rank=_IN_TITLE)
        )

    def _read_sentence(self, sentence: Sentence) -> None:
        posting, taxonomy = self._posting, self._taxonomy
        mentions = self._inside(sentence)
        reason = noise_reason(posting, sentence, taxonomy.lexicon)
        if reason is not None:
            self._leave_out(mentions, sentence, reason)
            return
        self.kept.append(sentence)
        hits = () if sentence.head and not mentions else tuple(read_practices(posting, sentence, taxonomy))
        usable, left = sift_mentions(posting, sentence, mentions, hits, taxonomy)
        self.left_out.extend(left)
        years = read_years(posting, sentence, usable, taxonomy.lexicon)
        self.years.extend((demand, sentence) for demand in years)
        weights = weigh(posting, sentence, [mention.span for mention in usable], taxonomy.lexicon)
        dropped = [m for m, weight in zip(usable, weights, strict=True) if weight is Weight.DROPPED]
        self._leave_out(dropped, sentence, Reason.NOT_NEEDED)
        rank = _IN_LIST if sentence.zone in {Zone.REQUIRED, Zone.PREFERRED} else _ELSEWHERE
        self.demands.extend(read_demands(posting, sentence, usable, weights, years, hits, taxonomy, rank=rank))

    def _leave_out(self, mentions: Sequence[SkillMention], sentence: Sentence, reason: Reason) -> None:
        self.left_out.extend(LeftOut(mention.skill, sentence.span, reason) for mention in mentions)


def _background(
    posting: Posting, reader: _Reader, years: float | None, degree: DegreeReading | None, taxonomy: Taxonomy
) -> Iterator[Requirement]:
    """Return the years of the trade and the degree as requirements, so that they are judged and studied as such."""
    if years is not None:
        sentence, hit = next(
            (s, d.span) for d, s in reader.years if d.years == years and not d.leading and d.weight is Weight.REQUIRED
        )
        base = _own(taxonomy, "backend-experience", RequirementKind.EXPERIENCE)
        share = base.partial_years / base.min_years if base.partial_years and base.min_years else 0.6
        label = f"{years:g} years of experience" if years != 1 else "1 year of experience"
        yield replace(
            base,
            label=label,
            min_years=years,
            partial_years=round(years * share, 1),
            quote=_quote(posting, place_of(posting, sentence.span, hit, hit)),
        )
    if degree is not None:
        base = _own(taxonomy, "computing-degree", RequirementKind.DEGREE)
        place = place_of(posting, degree.sentence.span, degree.hit, degree.hit)
        importance = Importance.REQUIRED if degree.demand.required else Importance.PREFERRED
        yield replace(base, importance=importance, quote=_quote(posting, place))


def _own(taxonomy: Taxonomy, name: str, kind: RequirementKind) -> Requirement:
    identifier = RequirementId(name)
    found = taxonomy.requirements.get(identifier)
    return found or Requirement(identifier, name.replace("-", " ").capitalize(), Importance.REQUIRED, kind)


def _quote(posting: Posting, span: Span) -> QuoteSpan:
    return QuoteSpan(posting.text[span.start : span.end], span.start, span.end)
