from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.candidate import Context
from matcher.domain.document import SectionKind, Span, Statement, StatementKind
from matcher.domain.folding import fold
from matcher.evidence.context import Place
from matcher.evidence.cue_patterns import lower
from matcher.evidence.signal_cues import cue_grades, cues_in, signal_books
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.yaml_reader import read_yaml


def _examples() -> list[tuple[str, str, bool]]:
    from matcher.resources import data_folder

    rows = []
    for path in sorted((data_folder("skills_taxonomy") / "lexicon" / "signals").glob("*.yaml")):
        for signal in read_yaml(path.read_bytes()).data["signals"]:
            for key, expected in (("found", True), ("not_found", False)):
                rows += [(signal["id"], text, expected) for text in signal["examples"][key]]
    return rows


@pytest.mark.parametrize(("signal", "text", "expected"), _examples())
def test_the_examples_of_the_data_hold(taxonomy: Taxonomy, signal: str, text: str, expected: bool) -> None:
    assert (signal in cue_grades(text, taxonomy.lexicon)) is expected


def test_every_signal_is_tried_on_eight_sentences_of_each_kind() -> None:
    counts: dict[tuple[str, bool], int] = {}
    for signal, _, expected in _examples():
        counts[signal, expected] = counts.get((signal, expected), 0) + 1

    assert min(counts.values()) >= 8


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Led a team of six engineers.", "met"),
        ("Tech lead for a squad of five.", "met"),
        ("Led a team of two.", "partial"),
        ("Tech lead for a squad of five, no direct reports.", "partial"),
        ("Never led a team of six engineers.", None),
        ("Hoping to lead a team of six engineers.", None),
        ("Led by a team of six engineers.", None),
        ("My manager led a team of six engineers.", None),
        ("At the agency I led a team of six engineers.", "met"),
        ("Reporting to the CTO, led a team of six engineers.", "met"),
        ("Not only led a team of six engineers but hired them.", "met"),
    ],
)
def test_the_size_of_a_team_and_denials_decide(taxonomy: Taxonomy, text: str, grade: str | None) -> None:
    assert cue_grades(text, taxonomy.lexicon).get("team-leadership") == grade  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "context", "settled"),
    [
        ("Eight engineers, two sites.", Context.WORK, True),
        ("Proven leader who manages the team.", Context.SUMMARY, True),
        ("Individual contributor by choice.", Context.WORK, True),
        ("Led a team of six engineers.", Context.WORK, False),
        ("Built the importer.", Context.WORK, False),
    ],
)
def test_a_cue_that_does_not_count_where_it_stands_settles_the_matter(
    taxonomy: Taxonomy, text: str, context: Context, settled: bool
) -> None:
    statement = Statement(Span(0, len(text)), StatementKind.SENTENCE, SectionKind.EXPERIENCE)
    place = Place(statement, fold(text), lower(fold(text).text), context, None)

    found = cues_in(place, (), taxonomy.lexicon, signal_books(taxonomy.lexicon), date(2026, 1, 1))

    assert ("team-leadership" in found.settled) is settled
