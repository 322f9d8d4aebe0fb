from __future__ import annotations

from matcher.requirements.naming import signal_names, skill_names, split_names
from matcher.taxonomy.index import Taxonomy


def test_names_are_read_in_any_case_and_by_alias_and_each_once(taxonomy: Taxonomy) -> None:
    found, unknown = skill_names(taxonomy).read(["kafka", "Postgres", "PostgreSQL", "Frobnicator"])

    assert found == ("messaging.kafka", "databases.postgresql")
    assert unknown == ("Frobnicator",)


def test_what_is_shown_reads_back_to_the_same(taxonomy: Taxonomy) -> None:
    for names, ids in (
        (skill_names(taxonomy), tuple(taxonomy.skills)),
        (signal_names(taxonomy), tuple(taxonomy.lexicon.signals)),
    ):
        assert names.read(split_names(names.show(ids))) == (ids, ())


def test_an_identifier_can_be_written_too_and_one_that_is_gone_stays_what_it_is(taxonomy: Taxonomy) -> None:
    names = skill_names(taxonomy)

    assert names.read(["messaging.kafka"])[0] == ("messaging.kafka",)
    assert names.show(["no.such"]) == "no.such"


def test_commas_semicolons_and_lines_part_names() -> None:
    assert split_names(" Go ,Rust;\n  Spring   Boot\n\n,") == ("Go", "Rust", "Spring Boot")
