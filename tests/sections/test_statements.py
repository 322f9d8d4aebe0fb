"""Statements: bullets, sentences, lists and heads of made-up resumes."""

from __future__ import annotations

import pytest

from matcher.domain.document import Document, Format
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import Set, document_of, page_of, parts_of


def told(document: Document, taxonomy: Taxonomy, section: str = "experience") -> list[tuple[str, str]]:
    _, statements = parts_of(document, taxonomy)
    return [
        (one.kind.value, " ".join(document.quote(one.span).split()))
        for one in statements
        if one.section.value == section and one.kind.value != "heading"
    ]


def job(*lines: str) -> str:
    return "\n".join(["Ana Quist", "Experience", "Backend Developer, Tern, 2019 - 2022", *lines])


@pytest.mark.parametrize("name", ["QUILL & CO.", "Tern Software, Inc.", "Muelle Norte, Soc. Coop.", "Tern Sp. z o.o."])
def test_the_full_stop_of_a_short_form_ends_no_sentence(name: str, taxonomy: Taxonomy) -> None:
    assert ("entry", name) in told(document_of(job("- Built it.", "", name, "Developer", "2015 - 2019")), taxonomy)


@pytest.mark.parametrize(
    "sign", ["-", "*", "•", "–", "—", "▪", "▸", ">", "o", "·", "➢", "✓", "◆", "⁃", "\uf0b7", "☞", "1."]
)
def test_a_bullet_of_any_sign_leaves_its_sign_out(sign: str, taxonomy: Taxonomy) -> None:
    document = document_of(job(f"{sign} Built the ledger.", f"{sign} Ran the ledger."))

    assert told(document, taxonomy)[1:] == [("bullet", "Built the ledger."), ("bullet", "Ran the ledger.")]


@pytest.mark.parametrize("line", ["C# services for shops.", "-5 degrees in the hall.", "& more of the same work."])
def test_a_line_that_begins_with_a_symbol_of_its_own_is_no_bullet(line: str, taxonomy: Taxonomy) -> None:
    assert ("bullet", line) not in told(document_of(job("- Built it.", "", line)), taxonomy)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["- Moved the ledger to", "  PostgreSQL in a weekend."], "Moved the ledger to PostgreSQL in a weekend."),
        (["- Moved the ledger", "and the shop."], "Moved the ledger and the shop."),
        (["- Used event-", "driven purges."], "Used event- driven purges."),
        (["- Spoke Go, Python,", "Rust and C."], "Spoke Go, Python, Rust and C."),
        (["•", "Built the ledger."], "Built the ledger."),
    ],
)
def test_wrapped_lines_make_one_bullet(lines: list[str], joined: str, taxonomy: Taxonomy) -> None:
    assert told(document_of(job(*lines)), taxonomy)[1:] == [("bullet", joined)]


def test_the_next_job_is_no_part_of_the_bullet_above(taxonomy: Taxonomy) -> None:
    document = document_of(job("- Built the ledger", "Senior Developer", "Auk GmbH", "2016 - 2019"))

    assert ("bullet", "Built the ledger") in told(document, taxonomy)


def test_a_full_line_goes_on_below_and_a_short_one_does_not(taxonomy: Taxonomy) -> None:
    document = page_of(
        [
            "Ana Quist",
            "Experience",
            "Backend Developer, Tern, 2019 - 2022",
            "• Replaced the batch jobs of nine departments with one stream built on",
            Set("Kafka and wrote down how it is run, step by step, for everybody else", x0=58),
            "• Ran the weekly review",
            Set("Small team", x0=50),
        ]
    )

    assert told(document, taxonomy)[1:3] == [
        (
            "bullet",
            (
                "Replaced the batch jobs of nine departments with one stream built on "
                "Kafka and wrote down how it is run, step by step, for everybody else"
            ),
        ),
        ("bullet", "Ran the weekly review"),
    ]


def test_a_word_document_never_wraps(taxonomy: Taxonomy) -> None:
    document = document_of(
        job("Moved the ledger of all nine shops to PostgreSQL in a single long weekend", "Kept the old one running"),
        Format.DOCX,
    )

    assert [text for _, text in told(document, taxonomy)[1:]] == [
        "Moved the ledger of all nine shops to PostgreSQL in a single long weekend",
        "Kept the old one running",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Languages: Python, Go", [("list", "Languages: Python, Go")]),
        ("PostgreSQL, Redis, Kafka", [("list", "PostgreSQL, Redis, Kafka")]),
        ("Go · Rust · C", [("list", "Go · Rust · C")]),
        ("I know Go well. I read Rust.", [("sentence", "I know Go well."), ("sentence", "I read Rust.")]),
    ],
)
def test_skills_are_lists_unless_they_are_sentences(
    line: str, expected: list[tuple[str, str]], taxonomy: Taxonomy
) -> None:
    assert told(document_of(f"Ana Quist\nSkills\n{line}"), taxonomy, "skills") == expected


def test_a_head_is_an_entry_and_its_text_sentences(taxonomy: Taxonomy) -> None:
    document = document_of(job("Freight for islands. We moved 40 containers a day."))

    assert told(document, taxonomy) == [
        ("entry", "Backend Developer, Tern, 2019 - 2022"),
        ("sentence", "Freight for islands."),
        ("sentence", "We moved 40 containers a day."),
    ]


def test_every_line_belongs_to_a_statement(taxonomy: Taxonomy) -> None:
    document = document_of(
        """
        Ana Quist
        Developer of small services
        ana@example.org

        I build things. I run things.
        SKILLS: Go
        Experience
        Developer, Tern
        2019 - 2022
        - Built
          things
        Odd line
        Education
        BSc, Marsh University
        """
    )
    _, statements = parts_of(document, taxonomy)

    covered = {index for one in statements for index in range(one.span.start, one.span.end)}
    bare = [
        document.quote(line.span)
        for line in document.lines
        if document.quote(line.span).strip() and not covered & set(range(line.span.start, line.span.end))
    ]

    assert bare == []


def test_an_inline_heading_is_parted_from_its_text(taxonomy: Taxonomy) -> None:
    document = document_of("Ana Quist\nSkills: Go, Rust\nEducation: BSc, Marsh University, 2018")
    _, statements = parts_of(document, taxonomy)

    assert [document.quote(one.span) for one in statements if one.section.value == "skills"] == ["Skills", "Go, Rust"]
