"""The folder becomes a taxonomy; a broken file stops the start and names itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.domain.catalogue import Importance, RequirementId, RoleId, SkillId, SourceId
from matcher.domain.document import SectionKind
from matcher.errors import TaxonomyError
from matcher.taxonomy.loader import check_taxonomy, compile_taxonomy, load_taxonomy

Build = Callable[..., Path]


def test_a_whole_folder_has_no_problems(build: Build) -> None:
    assert [str(problem) for problem in check_taxonomy(build())] == []


def test_every_part_of_the_folder_is_there(build: Build, tmp_path: Path) -> None:
    taxonomy = load_taxonomy(build(), cache=tmp_path)
    assert taxonomy.version == "2026.1"
    assert taxonomy.skills[SkillId("databases.relational")].sources == (SourceId("own"),)
    assert [alias.text for alias in taxonomy.skills[SkillId("databases.sedna")].aliases] == ["Sedna", "sednadb"]
    assert taxonomy.lexicon.headings == {"skills": SectionKind.SKILLS, "know-how": SectionKind.SKILLS}
    assert taxonomy.lexicon.words["date_words.present"] == ("today", "now")
    assert [(cue.text, cue.group, cue.reach) for cue in taxonomy.lexicon.cues] == [
        ("never used", "negated", "clause"),
        ("familiar with", "weak", "near"),
    ]
    assert taxonomy.policy["some-number"] == 2
    assert [tip.id for tip in taxonomy.tips] == ["sleep"]
    assert list(taxonomy.lexicon.signals) == ["leading"]


def test_a_role_overrides_what_its_requirement_says(build: Build, tmp_path: Path) -> None:
    taxonomy = load_taxonomy(build(), cache=tmp_path)
    asked = taxonomy.roles[RoleId("clerk")].requirements[0]
    assert (asked.importance, asked.weight, asked.min_years, asked.partial_years) == (Importance.PREFERRED, 2, 4, 1)
    assert taxonomy.requirements[RequirementId("stores")].min_years == 2


def test_implications_are_followed_over_several_steps(build: Build, tmp_path: Path) -> None:
    taxonomy = load_taxonomy(build(), cache=tmp_path)
    assert taxonomy.implied_by(SkillId("databases.xindice")) == ("databases.sedna", "databases.relational")
    assert taxonomy.implied_by(SkillId("databases.relational")) == ()


def test_missing_parts_leave_empty_collections(build: Build, tmp_path: Path) -> None:
    folder = build(tips=None, policy=None, lexicon__assertion_cues=None, roles__clerk=None, questions__stores=None)
    taxonomy = load_taxonomy(folder, cache=tmp_path)
    assert (taxonomy.tips, dict(taxonomy.roles), dict(taxonomy.questions)) == ((), {}, {})
    assert taxonomy.lexicon.cues == ()


def test_a_role_of_an_unknown_requirement_is_refused(build: Build, tmp_path: Path) -> None:
    role = "id: a\ntitle: A\nseniority: any\nsummary: S\nrequirements:\n  - {requirement: x, importance: required}\n"
    folder = build(roles__clerk=role + "sources: [own]\n")
    assert any("There is no 'x' among the requirements" in str(problem) for problem in check_taxonomy(folder))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"tips": "tips: [\n"}, r"tips\.yaml:\d: This is not YAML"),
        ({"tips": "tip: []\n"}, r"tips\.yaml:1: tip: tip: Extra inputs.*Remove the key"),
        (
            {"areas__databases": "area: databases\ntitle: D\nskills:\n  - id: databases.a\n    name: 3\n"},
            "5: databases.a: name:",
        ),
        (
            {"areas__databases": "area: databases\ntitle: D\nskills:\n  - id: Databases\n    name: A\n"},
            "yaml:4: Databases: id:",
        ),
        ({"lexicon__date_words": "words:\n  present: [now, on]\n"}, r"date_words\.yaml:2: .*Put it in quotes"),
        ({"elsewhere": "a: 1\n"}, r"elsewhere\.yaml:1: No part of the program reads this file"),
    ],
)
def test_a_broken_file_stops_the_start_and_names_itself(
    build: Build, tmp_path: Path, changed: dict[str, str], message: str
) -> None:
    with pytest.raises(TaxonomyError, match=message):
        load_taxonomy(build(**changed), cache=tmp_path)


SKILL = "area: databases\ntitle: D\nskills:\n  - {id: databases.relational, name: Relational}\n"
ROLE = "id: clerk\ntitle: A\nseniority: any\nsummary: S\nsources: [own]\nrequirements:\n"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"areas__databases": SKILL + "  - {id: databases.sedna, name: Sedna, broader: [databases.lost]}\n"},
            r"databases\.yaml:5: databases\.sedna: There is no 'databases\.lost' among the skills",
        ),
        (
            {"areas__databases": SKILL + "  - {id: databases.relational, name: Again}\n"},
            r"databases\.yaml:5: databases\.relational: The identifier is taken",
        ),
        (
            {"areas__databases": SKILL + "  - {id: databases.a, name: A, implies: [databases.a]}\n"},
            r"databases\.a: broader and implies run in a circle",
        ),
        ({"roles__clerk": ROLE + "  - {requirement: lost, importance: required}\n"}, r"clerk\.yaml:\d: .*'lost'"),
    ],
)
def test_a_reference_to_nothing_stops_the_start(
    build: Build, tmp_path: Path, changed: dict[str, str], message: str
) -> None:
    with pytest.raises(TaxonomyError, match=message):
        load_taxonomy(build(**changed), cache=tmp_path)
    assert list(tmp_path.glob("*.json")) == []


def test_a_rule_of_quality_does_not_stop_the_start(build: Build, tmp_path: Path) -> None:
    folder = build(lexicon__date_words="words:\n  present: [now, now]\n")
    assert any("stands in the list twice" in str(problem) for problem in check_taxonomy(folder))
    assert load_taxonomy(folder, cache=tmp_path).version == "2026.1"


def test_the_compiled_form_gives_the_same_taxonomy(build: Build, tmp_path: Path) -> None:
    first = load_taxonomy(build(), cache=tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 1
    assert load_taxonomy(build(), cache=tmp_path / "cache") == first


def test_a_changed_file_is_noticed_in_spite_of_a_compiled_form(build: Build, tmp_path: Path) -> None:
    first = load_taxonomy(build(), cache=tmp_path / "cache")
    changed = load_taxonomy(build(lexicon__date_words="words:\n  present: [soon]\n"), cache=tmp_path / "cache")
    assert changed.hash != first.hash
    assert changed.lexicon.words["date_words.present"] == ("soon",)


def test_a_spoiled_compiled_form_is_passed_over(build: Build, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = load_taxonomy(build(), cache=cache)
    kept = next(cache.iterdir())
    for spoiled in ("", "{}", '{"form": 6, "taxonomy": []}', kept.read_text()[:-20]):
        kept.write_text(spoiled)
        assert load_taxonomy(build(), cache=cache) == first


def test_a_cache_that_cannot_be_written_does_no_harm(build: Build, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert load_taxonomy(build(), cache=tmp_path / "file" / "cache").version == "2026.1"


def test_the_shipped_form_lies_beside_the_files(build: Build, tmp_path: Path) -> None:
    folder = build()
    assert compile_taxonomy(folder).parent == folder
    assert load_taxonomy(folder, cache=tmp_path / "cache").version == "2026.1"
    assert not (tmp_path / "cache").exists()


def test_a_shipped_form_of_other_files_is_not_used(build: Build, tmp_path: Path) -> None:
    compile_taxonomy(build())
    folder = build(lexicon__date_words="words:\n  present: [soon]\n")
    assert load_taxonomy(folder, cache=tmp_path / "cache").lexicon.words["date_words.present"] == ("soon",)
