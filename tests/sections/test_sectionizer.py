"""Sections of made-up resumes and job descriptions."""

from __future__ import annotations

from itertools import pairwise

import pytest

from matcher.domain.document import Document, Format
from matcher.sections.sectionizer import split_sections
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import Set, document_of, page_of, parts_of


def outline(document: Document, taxonomy: Taxonomy) -> list[tuple[str, str | None]]:
    sections, _ = parts_of(document, taxonomy)
    return [(one.kind.value, document.quote(one.heading) if one.heading else None) for one in sections]


RESUME = """
Ana Quist
ana@example.org
{experience}
Backend Developer, Tern, 2019 - 2022
- Built services.
{skills}
Go, Python
"""


@pytest.mark.parametrize(
    "heading",
    [
        "Experience",
        "EXPERIENCE",
        "E X P E R I E N C E",
        "W O R K  E X P E R I E N C E",
        "Work Experience:",
        "2. Work Experience",
        "IV. Experience",
        "★ Experience",
        "💼 Experience",
        "--- EXPERIENCE ---",
        "## Experience",
        "**Experience**",
        "Professional Experience",
        "Work History",
        "Where I've worked",
        "Where I’ve worked",
        "Employment History (cont.)",
        "Relevant experience",
        "EXPERIENCE & EMPLOYMENT",
    ],
)
def test_a_heading_is_known_in_every_spelling(heading: str, taxonomy: Taxonomy) -> None:
    document = document_of(RESUME.format(experience=heading, skills="Tech stack"))

    assert [kind for kind, _ in outline(document, taxonomy)] == ["contact", "experience", "skills"]


@pytest.mark.parametrize(
    "line",
    [
        "- Experience",
        "Experience with Kafka.",
        "experience.",
        "5 years of experience",
        "Skills transfer to new hires",
        "Education reform was our topic",
    ],
)
def test_a_line_with_a_heading_word_is_no_heading(line: str, taxonomy: Taxonomy) -> None:
    document = document_of(RESUME.format(experience="Experience", skills=line))

    assert [kind for kind, _ in outline(document, taxonomy)] == ["contact", "experience"]


def test_sections_cover_the_text_without_overlap(taxonomy: Taxonomy) -> None:
    document = document_of(RESUME.format(experience="Experience", skills="Skills"))

    sections, _ = parts_of(document, taxonomy)

    assert sections[0].span.start == 0
    assert sections[-1].span.end == len(document.text)
    assert all(one.span.end == two.span.start for one, two in pairwise(sections))


def test_a_summary_without_heading_follows_the_contact_block(taxonomy: Taxonomy) -> None:
    document = document_of(
        """
        Ana Quist
        Backend developer
        ana@example.org | +44 20 7946 0018 | Leeds, UK
        I build services for small shops and like tests that can be read aloud.
        Experience
        Backend Developer, Tern, 2019 - 2022
        """
    )

    assert [kind for kind, _ in outline(document, taxonomy)] == ["contact", "summary", "experience"]


def test_a_resume_without_headings_has_its_jobs(taxonomy: Taxonomy) -> None:
    document = document_of(
        """
        Ana Quist
        Backend developer
        I build services for small shops and like tests that can be read aloud.
        Backend Developer, Tern, 2019 - 2022
        - Built services.
        """
    )

    assert [kind for kind, _ in outline(document, taxonomy)] == ["contact", "summary", "experience"]


def test_jobs_below_the_skills_of_a_form_need_no_heading(taxonomy: Taxonomy) -> None:
    form = ["Name", "Ana Quist", "Skills", "Go, Python", "08/2020 – Present", "Backend Developer", "Tern, Leeds"]
    document = document_of("\n".join([*form, "• Built services.", "Education", "BSc, Leeds, 2015"]))

    assert [kind for kind, _ in outline(document, taxonomy)][-3:] == ["skills", "experience", "education"]


def test_years_of_use_below_the_skills_are_no_jobs(taxonomy: Taxonomy) -> None:
    document = document_of("Ana Quist\nana@example.org\nSkills\nGo, 2015 - 2019\nJava, 2016 - 2020\nSQL")

    assert [kind for kind, _ in outline(document, taxonomy)] == ["contact", "skills"]


def test_inline_headings_open_sections(taxonomy: Taxonomy) -> None:
    document = document_of(
        """
        Ana Quist
        Summary: I build services for small shops.
        Experience
        Backend Developer, Tern, 2019 - 2022
        - Built services.
        Skills: Python, Go
        Education: BSc Computing, Marsh University, 2018
        Languages: English, Polish
        """
    )

    assert [kind for kind, _ in outline(document, taxonomy)] == [
        "contact",
        "summary",
        "experience",
        "skills",
        "education",
        "languages",
    ]


def test_a_label_inside_a_job_opens_nothing(taxonomy: Taxonomy) -> None:
    document = document_of(
        """
        Ana Quist
        Experience
        Backend Developer, Tern, 2019 - 2022
        Technologies: Python, Redis
        Key achievements:
        - Cut the bill.
        Developer, Auk, 2016 - 2019
        Skills: PHP
        Education
        BSc Computing, Marsh University, 2016
        """
    )

    assert [kind for kind, _ in outline(document, taxonomy)] == ["contact", "experience", "education"]


@pytest.mark.parametrize(
    ("list_below", "kinds"),
    [
        ("Go, Python, SQL", ["contact", "skills", "experience"]),
        ("English (native), Polish (B2)", ["contact", "skills", "languages", "experience"]),
        ("German – fluent", ["contact", "skills", "languages", "experience"]),
        ("C, C++ and Rust", ["contact", "skills", "experience"]),
    ],
)
def test_languages_are_told_apart_by_what_stands_under_them(
    list_below: str, kinds: list[str], taxonomy: Taxonomy
) -> None:
    document = document_of(
        f"Ana Quist\nSkills\nDatabases\nPostgreSQL, Redis\nLanguages\n{list_below}\n"
        "Experience\nDeveloper, Tern, 2019 - 2022"
    )

    assert [kind for kind, _ in outline(document, taxonomy)] == kinds


def test_a_rail_of_labels_opens_sections(taxonomy: Taxonomy) -> None:
    document = document_of(
        """
        Ana Quist
        ana@example.org
        SUMMARY Developer of small services.
        EXPERIENCE Tern, Backend Developer 2019 — 2022
        Built services.
        EDUCATION Marsh University 2015 — 2018
        """
    )

    assert outline(document, taxonomy) == [
        ("contact", None),
        ("summary", "SUMMARY"),
        ("experience", "EXPERIENCE"),
        ("education", "EDUCATION"),
    ]


def test_an_unknown_heading_set_like_the_others_ends_a_section(taxonomy: Taxonomy) -> None:
    def head(text: str) -> Set:
        return Set(text, size=14, bold=True)

    document = page_of(
        [
            Set("Ana Quist", size=24),
            "ana@example.org",
            head("Experience"),
            "Backend Developer, Tern, 2019 - 2022",
            head("Skills"),
            "Go, Python",
            head("Sailing"),
            "I sailed round Gotland twice.",
            head("Education"),
            "BSc Computing, Marsh University, 2018",
        ]
    )

    assert [kind for kind, _ in outline(document, taxonomy)] == [
        "contact",
        "experience",
        "skills",
        "other",
        "education",
    ]


def test_an_employer_set_like_a_heading_stays_in_its_section(taxonomy: Taxonomy) -> None:
    def head(text: str, x0: float = 50) -> Set:
        return Set(text, size=14, bold=True, x0=x0)

    document = page_of(
        [
            Set("Ana Quist", size=24),
            head("Experience"),
            head("Foxglove Media", x0=120),
            Set("Backend Developer", x0=120),
            Set("2019 - 2022", x0=120),
            head("Education"),
            Set("BSc Computing, Marsh University, 2018", x0=120),
        ]
    )

    assert [kind for kind, _ in outline(document, taxonomy)] == ["contact", "experience", "education"]


def test_a_compound_heading_counts_where_it_is_set_like_one(taxonomy: Taxonomy) -> None:
    document = page_of(
        [
            Set("Ana Quist", size=24),
            Set("Embedded Systems Experience", size=14, bold=True),
            "Backend Developer, Tern, 2019 - 2022",
            Set("Leadership and Work Experience", size=14, bold=True),
            "Tutor, Marsh University, 2017 - 2019",
            Set("Education", size=14, bold=True),
            "BSc Computing, Marsh University, 2018",
        ]
    )

    assert [kind for kind, _ in outline(document, taxonomy)] == ["contact", "experience", "experience", "education"]


JOB = """
Senior Backend Engineer - Marlin Freight - Leeds
About us
Marlin moves containers.
What you'll do
- Build the booking API.
What you'll bring
- Five years of Go.
Nice to have
- Kafka.
We offer
Thirty days off.
"""


def test_a_job_description_is_cut_by_what_it_asks_and_offers(taxonomy: Taxonomy) -> None:
    assert [kind for kind, _ in outline(document_of(JOB), taxonomy)] == [
        "about",
        "about",
        "responsibilities",
        "required",
        "preferred",
        "benefits",
    ]


def test_the_skills_of_a_job_description_are_required(taxonomy: Taxonomy) -> None:
    document = document_of("Backend Engineer\nSkills\n- Go\nNice to have\n- Rust\nBenefits\nA bike.")

    assert [kind for kind, _ in outline(document, taxonomy)] == ["about", "required", "preferred", "benefits"]


def test_paragraphs_with_inline_headings_are_a_job_description_too(taxonomy: Taxonomy) -> None:
    document = document_of(
        "Job Title: Staff Engineer\nResponsibilities: Run the exchange.\n"
        "Qualifications: 8+ years of Go. BS in CS.\nBenefits: Dental."
    )

    assert [kind for kind, _ in outline(document, taxonomy)] == ["about", "responsibilities", "required", "benefits"]


def test_about_in_a_resume_is_its_summary(taxonomy: Taxonomy) -> None:
    document = document_of("Ana Quist\nAbout\nI build services.\nWork\nDeveloper, Tern, 2019 - 2022")

    assert [kind for kind, _ in outline(document, taxonomy)] == ["contact", "summary", "experience"]


def test_an_empty_document_has_no_sections(taxonomy: Taxonomy) -> None:
    empty = Document("", (), Format.TEXT, 1, "0" * 64)

    assert split_sections(empty, taxonomy.lexicon.headings) == ()


def test_jobs_below_skills_on_the_line_of_their_heading_need_no_heading(taxonomy: Taxonomy) -> None:
    document = document_of(
        "Ana Quist\n\nKEY SKILLS: Java, Oracle\n\nTern Bank, Developer, 01/2023 - to date\nServices.\n"
        "Auk Ltd, Developer, 2019 - 2022\nServices.\n"
    )

    assert ("experience", None) in outline(document, taxonomy)
