from __future__ import annotations

from dataclasses import replace

from matcher.domain.candidate import Context, Proof
from matcher.domain.catalogue import (
    Criteria,
    Importance,
    Question,
    QuestionId,
    QuestionKind,
    Requirement,
    RequirementId,
    RequirementSet,
    SkillId,
    Tip,
)
from matcher.domain.document import Document, Format, Line, ParseWarning, Section, SectionKind, Span
from matcher.domain.judgement import (
    Assessment,
    Comparison,
    Coverage,
    CoverageCount,
    Gap,
    Score,
    Shortfall,
    Status,
    StudyItem,
    Verdict,
)
from matcher.domain.report import Report, ReportTip
from matcher.reports.build import build_report
from matcher.taxonomy.index import Taxonomy
from tests.reports.builders import AS_OF, ROLE, TAXONOMY

TIP = Tip("read", "Read it up.", "before", requirements=(RequirementId("relational-databases"),))
TEXT = "Ada Byte, Python Street 4\nExperience\nMoved the ledger to\nPostgreSQL.\nTuned it."
REQUIREMENT = Requirement(
    RequirementId("relational-databases"), "Relational databases", Importance.REQUIRED,
    criteria=Criteria("shown", "in part", "not shown"), checklist=("RQ-SQL",),
)  # fmt: skip


def a_document(*warnings: ParseWarning, form: Format = Format.PDF) -> Document:
    lines = []
    at = 0
    for number, line in enumerate(TEXT.split("\n"), start=1):
        lines.append(Line(Span(at, at + len(line)), 1 if number < 4 else 2))
        at += len(line) + 1
    return Document(TEXT, tuple(lines), form, 2, "f" * 64, warnings)


SECTIONS = (
    Section(SectionKind.CONTACT, Span(0, TEXT.index("Experience"))),
    Section(SectionKind.EXPERIENCE, Span(TEXT.index("Experience"), len(TEXT))),
)


def a_proof(statement: str, word: str, section: SectionKind = SectionKind.EXPERIENCE) -> Proof:
    start = TEXT.index(statement)
    at = TEXT.index(word, start)
    return Proof(
        Span(start, start + len(statement)), Span(at, at + len(word)), section, Context.WORK, skill=SkillId("a.b")
    )


def report_of(
    document: Document, *proofs: Proof, because: tuple[str, ...] = (), gap: bool = False, taxonomy: Taxonomy = TAXONOMY
) -> Report:
    assessment = Assessment(REQUIREMENT, Status.PARTIAL, Verdict.LISTED, (Shortfall.LISTED_ONLY,), 10, 2, "R.", proofs)
    count = CoverageCount(0, 1, 1)
    score = Score(2.0, 0.0, 10.0, because, None, "1.0")
    comparison = Comparison(
        RequirementSet("Lead", (REQUIREMENT,)), (assessment,), score, Coverage(count, CoverageCount(0, 0, 0))
    )
    gaps = (Gap(assessment, 1, "Relational databases: listed only", "Why.", 8.0),) if gap else ()
    card = Question(QuestionId("databases.index"), "What is an index?", QuestionKind.TECHNICAL, ("a", "b"))
    study = tuple(StudyItem(one, (card,), (TIP,)) for one in gaps)
    return build_report(document, SECTIONS, comparison, gaps, study, taxonomy, as_of=AS_OF, role=ROLE)


def test_evidence_tells_page_and_lines_of_the_whole_statement() -> None:
    proof = a_proof("Moved the ledger to\nPostgreSQL.", "PostgreSQL")

    evidence = report_of(a_document(), proof).requirements[0].evidence[0]

    assert evidence.text == "Moved the ledger to PostgreSQL."
    assert evidence.text[slice(*evidence.hit)] == "PostgreSQL"
    assert (evidence.page, evidence.line, evidence.line_end) == (1, 3, 4)
    assert TEXT[evidence.start : evidence.end] == "Moved the ledger to\nPostgreSQL."
    assert (evidence.section, evidence.skill) == ("experience", "a.b")


def test_the_same_hit_stands_there_once() -> None:
    proof = a_proof("Tuned it.", "Tuned")

    assert len(report_of(a_document(), proof, proof).requirements[0].evidence) == 1


def test_nothing_of_the_contact_section_enters_a_report() -> None:
    street = a_proof("Ada Byte, Python Street 4", "Python", SectionKind.OTHER)

    report = report_of(a_document(), street)

    assert report.requirements[0].evidence == ()


def test_gaps_carry_their_questions() -> None:
    gap = report_of(a_document(), gap=True).gaps[0]

    assert (gap.requirement, gap.label, gap.gain) == ("relational-databases", "Relational databases", 8.0)
    assert gap.questions[0].prompt == "What is an index?"


def test_a_gap_carries_its_tips_and_the_report_those_for_every_interview() -> None:
    sleep = Tip("sleep", "Sleep well.", "before")
    asking = Tip("asking", "Ask all the same.", "interviewer")
    taxonomy = replace(TAXONOMY, tips=(TIP, sleep, asking))

    report = report_of(a_document(), gap=True, taxonomy=taxonomy)

    assert report.gaps[0].tips == (ReportTip("read", "Read it up.", "before"),)
    assert report.tips == (ReportTip("sleep", "Sleep well.", "before"),)
    assert report_of(a_document(), taxonomy=taxonomy).tips == ()


def test_a_requirement_carries_its_criteria_and_checklist() -> None:
    result = report_of(a_document()).requirements[0]

    assert result.criteria == {"met": "shown", "partial": "in part", "missing": "not shown"}
    assert result.checklist == ("RQ-SQL",)


def test_warnings_become_findings_each_once() -> None:
    columns = ParseWarning("columns_uncertain", "Page 2 may have two columns; check lines 3 to 9.", 2, 3, 9)
    report = report_of(a_document(columns, columns))

    assert [(one.code, one.page, one.lines) for one in report.readability] == [("columns_uncertain", 2, (3, 9))]
    assert report.readability[0].message == "Page 2 may have two columns; check lines 3 to 9."
    assert len(report.warnings) == 2


def test_a_reason_for_the_range_that_is_no_warning_is_told_too() -> None:
    report = report_of(a_document(), because=("no_dates",))

    assert [one.code for one in report.readability] == ["no_dates"]
    assert report.warnings == ()


def test_pages_are_named_only_where_the_format_has_them() -> None:
    report = report_of(a_document(ParseWarning("ocr_layer", "x", 1), form=Format.DOCX))

    assert report.readability[0].page is None


def test_the_report_names_what_it_was_made_with() -> None:
    report = report_of(a_document())

    assert report.taxonomy.hash == TAXONOMY.hash
    assert (report.input.sha256, report.input.format, report.input.pages) == ("f" * 64, "pdf", 2)
    assert len(report.input.text_sha256) == 64
