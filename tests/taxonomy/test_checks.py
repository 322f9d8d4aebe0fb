"""Rules across files: each broken one is told with file, line and entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.taxonomy.loader import check_taxonomy

Build = Callable[..., Path]
HEAD = "area: databases\ntitle: Databases\nskills:\n"


def skill(slug: str, name: str, *more: str) -> str:
    return "".join(f"{line}\n" for line in (f"  - id: databases.{slug}", f"    name: {name}", *more))


def found(folder: Path) -> list[str]:
    return [str(problem) for problem in check_taxonomy(folder)]


@pytest.mark.parametrize(
    ("skills", "message"),
    [
        (skill("b", "Beta") + skill("a", "Alfa"), "6: databases.a: It stands behind databases.b."),
        (skill("a", "Alfa") + skill("a", "Beta"), "6: databases.a: The identifier is taken by areas/databases.yaml:4."),
        (skill("a", "Alfa") + skill("b", "ALFA"), "6: databases.b: 'ALFA' also names databases.a"),
        (skill("a", "Alfa", "    aliases: [alfa]"), "4: databases.a: The alias 'alfa' stands here twice."),
        (skill("a", "Alf"), "4: databases.a: 'alf' can mean something else, and there are no examples"),
        (skill("a", "Bird"), "4: databases.a: 'bird' can mean something else"),
        (
            skill("a", "Alfa", "    broader: [databases.z]"),
            "6: databases.a: There is no 'databases.z' among the skills.",
        ),
        (skill("a", "Alfa", "    sources: [book]"), "6: databases.a: There is no 'book' among the sources."),
        (
            skill("a", "Alfa", "    broader: [databases.b]") + skill("b", "Beta", "    implies: [databases.a]"),
            "4: databases.a: broader and implies run in a circle: databases.a > databases.b > databases.a.",
        ),
        ("  - id: other.a\n    name: Alfa\n", "4: other.a: The id does not begin with 'databases.'."),
    ],
)
def test_a_broken_rule_of_skills_is_told(build: Build, skills: str, message: str) -> None:
    assert any(message in line for line in found(build(areas__databases=HEAD + skills)))


def test_two_skills_may_share_a_name_when_both_have_rules(build: Build) -> None:
    both = "    aliases: [{text: Gamma, near: [%s]}]"
    folder = build(areas__databases=HEAD + skill("a", "Alfa", both % "x") + skill("b", "Beta", both % "y"))
    assert not any("also names" in line for line in found(folder))


def test_one_rule_is_not_enough_to_share_a_name(build: Build) -> None:
    one = skill("a", "Alfa", "    aliases: [{text: Gamma, near: [x]}]") + skill("b", "Beta", "    aliases: [gamma]")
    assert any("'gamma' also names databases.a" in line for line in found(build(areas__databases=HEAD + one)))


def test_examples_of_both_kinds_prove_a_short_name(build: Build) -> None:
    proved = skill("a", "Alf", "    examples: {found: [Alf in use], not_found: [our cat Alf]}")
    assert not any("can mean" in line for line in found(build(areas__databases=HEAD + proved)))


def test_a_source_may_name_a_point_inside_a_known_source(build: Build) -> None:
    assert not any("seed.x.b3" in line for line in found(build()))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"taxonomy": 'version: "2026.1"\nareas: [trees]\n'}, "2: trees: No file of areas/ has this area."),
        (
            {"taxonomy": 'version: "2026.1"\nareas: []\n'},
            "2: databases: The list lacks the area of areas/databases.yaml.",
        ),
        (
            {"taxonomy": 'version: "2026.1"\nareas: [databases]\nretired: {databases.sedna: null}\n'},
            "3: databases.sedna: It is retired and in use.",
        ),
        (
            {"taxonomy": 'version: "2026.1"\nareas: [databases]\nchecklist: [RQ-SQL, RQ-NEW]\n'},
            "3: RQ-NEW: No requirement covers it.",
        ),
        (
            {"taxonomy": 'version: "2026.1"\nareas: [databases]\nroles: [baker]\n'},
            "3: baker: There is no such role profile.",
        ),
        ({"questions__stores": "questions: []\n"}, "2: stores: It has 0 questions of 0 kinds."),
        ({"lexicon__section_headings": "headings:\n  skils: [a]\n"}, "2: skils: There is no such kind of section."),
        (
            {"lexicon__section_headings": "headings:\n  skills: [a]\n  about: [a]\n"},
            "3: a: The heading stands under skills",
        ),
        ({"lexicon__date_words": "words:\n  present: [now, now]\n"}, "2: present: 'now' stands in the list twice."),
        ({"lexicon__more__date_words": "words:\n  past: [then]\n"}, "date_words: A word list of this name is"),
        (
            {"lexicon__signals__people": "signals:\n  - {id: a, label: A, met: [b], sections: [work]}\n"},
            "2: a: There is no section 'work'.",
        ),
        (
            {
                "roles__clerk": "id: clerk\ntitle: T\nseniority: any\nsummary: S\nrequirements:\n"
                "  - {requirement: stores, importance: required, weight: 0}\nsources: []\n"
            },
            "6: clerk: The weight of stores is 0.",
        ),
        ({"tips": "# x\n" * 401 + "tips: []\n"}, "400: The file has 402 lines; 400 is the most."),
    ],
)
def test_a_broken_rule_across_files_is_told(build: Build, changed: dict[str, str], message: str) -> None:
    assert any(message in line for line in found(build(**changed))), found(build(**changed))


def test_files_of_the_wrong_shape_do_not_hide_other_problems(build: Build) -> None:
    lines = found(build(tips="tips: 3\n", areas__databases=HEAD + skill("b", "Beta") + skill("a", "Alfa")))
    assert any("tips.yaml" in line for line in lines)
    assert any("It stands behind" in line for line in lines)
