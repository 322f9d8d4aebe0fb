from __future__ import annotations

import re
from pathlib import Path

import pytest

from matcher.reports.blind_rules import BlindRules, blind_rules
from matcher.reports.blind_text import cover, settle
from matcher.taxonomy.index import Taxonomy


@pytest.fixture(scope="module")
def rules(taxonomy: Taxonomy) -> BlindRules:
    return blind_rules(taxonomy.lexicon.words)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("contact", "see github.com/zx/foo, or ada@b.co or +44 7700 900123.", "see [link], or [e-mail] or [phone]."),
        ("contact", "(https://a.example/x) and @adab", "([link]) and [link]"),
        ("contact", "2019 - 2022, 200 000 000 rows, 10.0.0.1", "2019 - 2022, 200 000 000 rows, 10.0.0.1"),
        ("facts", "Date of birth: 12 May 1984 | Go", "[personal] | Go"),
        ("facts", "Born in Leeds in 1984, built Kafka", "[personal], built Kafka"),
        ("facts", "A 34-year-old with 22 years of work", "A [personal] with more than 15 years of work"),
        ("facts", "at the age of 19, two decades of Java", "[personal], more than 15 years of Java"),
        ("facts", "12 years of Java and 99 percent", "12 years of Java and 99 percent"),
        ("facts", "graduated with honours in 2009", "graduated with honours in [year]"),
        ("sexes", "She designed it; he was proud of her work and told her to go.",
         "They designed it; they were proud of their work and told them to go."),
        ("sexes", "HE LED IT HIMSELF", "THEY LED IT THEMSELVES"),
        ("sexes", "Pronouns (she/her), salesman, mother of two", "Pronouns [personal], salesperson, [personal] of two"),
        ("sexes", "Mr. Jones and Ms Lee", "Jones and Lee"),
        ("sexes", "man pages, sister company, MS SQL", "man pages, sister company, MS SQL"),
        ("sexes", "maternity leave, a Muslim, a veteran", "[personal], a [personal], a [personal]"),
        ("languages", "docs in Spanish; polish the German UI", "docs in [language]; polish the [language] UI"),
    ],
)  # fmt: skip
def test_what_tells_of_a_person_is_found_and_the_rest_stays(
    kind: str, text: str, expected: str, rules: BlindRules
) -> None:
    assert cover(text, settle(getattr(rules, kind)(text)))[0] == expected


def test_every_list_of_the_file_is_used(root: Path) -> None:
    listed = (root / "skills_taxonomy" / "lexicon" / "blind_words.yaml").read_text("utf-8")
    code = "".join(path.read_text("utf-8") for path in sorted((root / "matcher" / "reports").glob("blind*.py")))

    unused = [
        name for name in re.findall(r"^  (\w+):", listed, re.MULTILINE) if not re.search(rf"[\"'.]{name}[\"']", code)
    ]

    assert unused == []
