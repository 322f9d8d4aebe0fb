"""The whole way of the data, in its order: from the bytes of a resume to a gap report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.domain.candidate import CandidateProfile, Contact, ExplainedName, SkillMention, UnrecognisedName
from matcher.domain.catalogue import Question, QuestionId, RequirementSet
from matcher.domain.document import Document, Section, Span, Statement
from matcher.domain.report import JobFacts, Report, RoleFacts, Screening
from matcher.errors import InputError
from matcher.evidence.contact import find_contact
from matcher.evidence.doubts import DOUBTS, find_doubts, find_orders, without
from matcher.evidence.profile import build_profile
from matcher.evidence.prompts import find_prompts
from matcher.extraction.extractor import SkillExtractor
from matcher.matching.compare import compare
from matcher.matching.gaps import find_gaps
from matcher.parsing.copied import parse_pasted_posting, parse_posting
from matcher.parsing.limits import Limits
from matcher.parsing.reader import parse_document, parse_text
from matcher.reports.build import build_report
from matcher.reports.screening import rank_rows
from matcher.requirements.job_description import job_requirements
from matcher.requirements.posting import read_posting
from matcher.requirements.rezoning import rezoned
from matcher.requirements.role import role_requirements
from matcher.sections.lines import view_lines
from matcher.sections.sectionizer import split_sections
from matcher.sections.statements import split_statements
from matcher.study.plan import plan_study
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.loader import load_taxonomy

if TYPE_CHECKING:
    from matcher.taxonomy.profile_schema import ProfileFile

__all__ = ["Matcher", "Parts", "Reading", "Target", "Upload"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was handed in: its bytes and the name it was given."""

    data: bytes
    filename: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What resumes are compared with: requirements, and whether they come from a role profile or a job description.

    ``questions`` are those of whoever asks, which go before the bank's; ``left_out`` are those of the bank that are
    not to be asked.
    ``text`` is the job description as it was read, in which the quotes of the requirements stand.
    """

    requirements: RequirementSet
    role: RoleFacts | None = None
    job: JobFacts | None = None
    questions: tuple[Question, ...] = ()
    left_out: frozenset[QuestionId] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """A document with its parts and the skills it names; resumes and job descriptions alike."""

    document: Document
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    mentions: tuple[SkillMention, ...]
    unrecognised: tuple[UnrecognisedName, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read from one resume. ``contact`` serves the parse command alone.

    ``ignored`` are sentences that tell nothing about the person: addressed to a program, or prompts of a template.
    """

    parts: Parts
    profile: CandidateProfile
    contact: Contact
    ignored: tuple[Span, ...] = ()


class Matcher:
    """One per process: it holds the taxonomy and the compiled extractor, which are costly to build."""

    def __init__(self, taxonomy: Taxonomy, limits: Limits | None = None) -> None:
        self.taxonomy = taxonomy
        self.limits = limits or Limits()
        self._extractor = SkillExtractor(taxonomy)

    @classmethod
    def from_folder(cls, folder: Path | None = None, limits: Limits | None = None) -> Matcher:
        """Build a matcher from a taxonomy folder; by default the shipped one.

        Raises:
            TaxonomyError: a data file breaks a rule.
        """
        return cls(load_taxonomy(folder), limits)

    def role(self, role_id: str) -> Target:
        """Return a role profile as a target.

        Raises:
            InputError: ``role_unknown``.
        """
        role = self.taxonomy.role(role_id)
        return Target(role_requirements(role), role=RoleFacts(role.id, role.title, role.seniority))

    def profile(self, profile: ProfileFile, identifier: str) -> Target:
        """Return a team's own role profile as a target, with the questions that it asks."""
        # Needs pydantic, which commands that only read files should not wait for.
        from matcher.taxonomy.profile import profile_questions, profile_requirements

        return Target(
            profile_requirements(profile, identifier),
            role=RoleFacts(identifier, profile.title, profile.seniority),
            questions=profile_questions(profile),
            left_out=frozenset(QuestionId(name) for name in profile.left_out),
        )

    def job(self, upload: Upload) -> Target:
        """Read an uploaded job description as a target.

        Raises:
            InputError: the file cannot be read, or ``job_unreadable``.
        """
        return self._job_target(parse_posting(upload.data, filename=upload.filename, limits=self.limits))

    def job_text(self, text: str) -> Target:
        """Read a pasted job description as a target.

        Raises:
            InputError: ``text_too_long`` or ``job_unreadable``.
        """
        return self._job_target(parse_pasted_posting(text, limits=self.limits))

    def read(self, upload: Upload, *, as_of: date) -> Reading:
        """Read one resume, without comparing it to anything.

        Raises:
            InputError: the file cannot be read.
        """
        return self.understand(self.parse(upload), as_of=as_of)

    def parse(self, upload: Upload) -> Document:
        """Turn a file into a document: the first half of ``read``.

        Raises:
            InputError: the file cannot be read.
        """
        return parse_document(upload.data, filename=upload.filename, limits=self.limits)

    def understand(self, document: Document, *, as_of: date) -> Reading:
        """Find out what a resume says: the second half of ``read``.

        The document is as it was parsed, or as an earlier reading gave it back.
        """
        document = replace(document, warnings=tuple(one for one in document.warnings if one.code not in DOUBTS))
        parts = self.split(document, job=False)
        words = self.taxonomy.lexicon.words
        # What is addressed to a program or to the writer tells nothing about the person.
        ignored = (*find_orders(document, parts.statements, words), *find_prompts(document, parts.statements))
        statements, mentions = without(ignored, parts.statements, parts.mentions)
        profile = build_profile(document, parts.sections, statements, mentions, self.taxonomy, as_of=as_of)
        contact = find_contact(document, parts.sections, words)
        doubts = find_doubts(
            document,
            parts.sections,
            parts.statements,
            mentions,
            profile,
            contact,
            words,
            self.taxonomy.policy,
            as_of=as_of,
        )
        document = replace(document, warnings=(*document.warnings, *doubts))
        return Reading(replace(parts, document=document), profile, contact, ignored)

    def split(self, document: Document, *, job: bool | None = None) -> Parts:
        """Find the parts of a document and the skills that it names.

        ``job`` tells whether it is a job description; None has it guessed.
        """
        lexicon = self.taxonomy.lexicon
        views = view_lines(document)
        sections = split_sections(document, lexicon.headings, lexicon.words, job=job, views=views)
        statements = split_statements(document, sections, lexicon.words, views=views)
        mentions, unrecognised = self._extractor.extract_all(document, sections, statements)
        return Parts(document, sections, statements, mentions, unrecognised)

    def mentions(self, text: str) -> tuple[SkillMention, ...]:
        """Find the skills that a plain text names, a sentence or a whole posting."""
        return self.parts(text).mentions

    def parts(self, text: str) -> Parts:
        """Return the parts of a plain text with the skills that it names, known and unrecognised."""
        return self.split(parse_text(text, limits=self.limits))

    def explain(self, text: str) -> tuple[ExplainedName, ...]:
        """Tell of every place in a plain text that may name a skill which rule kept or dropped it."""
        parts = self.parts(text)
        return self._extractor.explain(parts.document, parts.sections, parts.statements)

    def report(self, upload: Upload, target: Target, *, as_of: date) -> Report:
        """Read one resume and report its gaps against a target.

        Raises:
            InputError: the file cannot be read.
        """
        return self.judge(self.read(upload, as_of=as_of), target, as_of=as_of)

    def judge(self, reading: Reading, target: Target, *, as_of: date) -> Report:
        """Compare a resume that was read with a target."""
        document = reading.parts.document
        comparison = compare(
            reading.profile, target.requirements, self.taxonomy, warnings=document.warnings, as_of=as_of
        )
        gaps = find_gaps(comparison)
        study = plan_study(gaps, target.requirements, self.taxonomy, own=target.questions, left_out=target.left_out)
        return build_report(
            document,
            reading.parts.sections,
            comparison,
            gaps,
            study,
            self.taxonomy,
            as_of=as_of,
            role=target.role,
            job=target.job,
        )

    def screen(self, uploads: Iterable[Upload], target: Target, *, as_of: date) -> Screening:
        """Rank many resumes against one target; a file that cannot be read becomes a row with its error."""
        results: list[tuple[str, Report | InputError]] = []
        for upload in uploads:
            try:
                results.append((upload.filename, self.report(upload, target, as_of=as_of)))
            except InputError as error:
                results.append((upload.filename, error))
        return rank_rows(results, role=target.role, job=target.job, as_of=as_of)

    def _job_target(self, document: Document) -> Target:
        parts = self._reread(self.split(document, job=True))
        requirements = job_requirements(parts.document, parts.sections, parts.statements, parts.mentions, self.taxonomy)
        digest = hashlib.sha256(document.text.encode()).hexdigest()
        return Target(requirements, job=JobFacts(requirements.title, digest), text=document.text)

    def _reread(self, parts: Parts) -> Parts:
        """Read the names of a job description once more, now that its own headings tell what stands below them."""
        lexicon, named = self.taxonomy.lexicon, tuple(mention.span for mention in parts.mentions)
        posting = read_posting(parts.document, parts.sections, parts.statements, named, lexicon)
        sections, statements = rezoned(posting, parts.sections, parts.statements, lexicon)
        mentions, unrecognised = self._extractor.extract_all(parts.document, sections, statements)
        return replace(parts, mentions=mentions, unrecognised=unrecognised)
