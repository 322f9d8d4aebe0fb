from __future__ import annotations

from matcher.cli import listing


def test_a_listing_of_what_was_read_names_sections_and_what_is_missing() -> None:
    shape = {
        "format": "pdf",
        "pages": 1,
        "lines": [{"start": 0, "end": 6}, {"start": 7, "end": 11}],
        "text": "Skills\nRust",
        "experience_months": None,
        "contact": {"name": None, "email": None, "phone": None, "location": None},
        "positions": [],
        "education": [],
        "skills": [{"name": "Rust", "level": "listed", "months": 14, "mentions": [{}]}],
        "unrecognised": [{"text": "Quorvexa"}, {"text": "Quorvexa"}],
        "warnings": [{"code": "repaired", "message": "The file was damaged."}],
        "sections": [{"start": 0, "kind": "skills"}],
    }

    text = listing.parse_text(shape)

    assert text.startswith("PDF, 1 page, 2 lines\nDated experience: not stated\n")
    assert "Contact: not found" in text
    assert "Rust: listed, 1 year 2 months, named 1 time" in text
    assert "Not recognised, and not judged\n  Quorvexa\n" in text
    assert "The file was damaged. (repaired)" in text
    assert text.endswith("  --- skills\n  Skills\n  Rust")


def test_requirements_are_listed_by_importance_with_their_sentence() -> None:
    shape = {
        "title": "Back-end Engineer",
        "level": "senior",
        "min_years": 5,
        "degree": {"level": "bachelor"},
        "requirements": [
            {
                "label": "Go or Java",
                "importance": "required",
                "min_years": 2,
                "quote": {"text": "2 years of Go or Java"},
            },
            {"label": "Kafka", "importance": "preferred", "min_years": None, "quote": None},
        ],
    }

    text = listing.requirements_text(shape)

    assert (
        text.index("Must have") < text.index("Go or Java (2+ years)") < text.index("Nice to have") < text.index("Kafka")
    )
    assert "Experience: 5 years or more" in text
    assert "“2 years of Go or Java”" in text


def test_no_question_is_said_so() -> None:
    assert listing.questions_text([]) == "No question found."
