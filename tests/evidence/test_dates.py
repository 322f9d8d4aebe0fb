"""Dates as resumes write them, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.evidence.dates import DateReader, Period, find_periods, parse_period
from matcher.taxonomy.index import Taxonomy

AS_OF = date(2026, 11, 1)


def told(period: Period | None) -> str:
    if period is None:
        return "none"
    end = "now" if period.current else str(period.end) if period.end else "?"
    return f"{period.start or '?'} to {end}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mar 2019 – present", "2019-03 to now"),
        ("March 2019 — Present", "2019-03 to now"),
        ("03/2021 - 06/2022", "2021-03 to 2022-06"),
        ("03.2021–06.2022", "2021-03 to 2022-06"),
        ("2021-03 - 2022-06", "2021-03 to 2022-06"),
        ("2021-03 .. 2022-06", "2021-03 to 2022-06"),
        ("03/16 - 02/21 VP Engineering", "2016-03 to 2021-02"),
        ("2021/03 to 2022/06", "2021-03 to 2022-06"),
        ("2019-03-01 – 2020-04-30", "2019-03 to 2020-04"),
        ("January 5, 2019 – March 3, 2020", "2019-01 to 2020-03"),
        ("1 June 2019 - 3 July 2020", "2019-06 to 2020-07"),
        ("2018–2020", "2018 to 2020"),
        ("maj 2022 – obecnie", "2022-05 to now"),
        ("paź 2019 do kwi 2022", "2019-10 to 2022-04"),
        ("März 2019 bis Oktober 2021", "2019-03 to 2021-10"),
        ("enero 2018 – actualidad", "2018-01 to now"),
        ("févr. 2018 à août 2019", "2018-02 to 2019-08"),
        ("seit 03/2021", "2021-03 to now"),
        ("2021 - 22", "2021 to 2022"),
        ("'19 - '22", "2019 to 2022"),
        ("Jan. ’21 – Dec. ’22", "2021-01 to 2022-12"),
        ("03/19 - 04/21", "2019-03 to 2021-04"),
        ("Jun, 2024 - Present", "2024-06 to now"),
        ("2024-Jun - 2025-Feb", "2024-06 to 2025-02"),
        ("June – Sept. 2023", "2023-06 to 2023-09"),
        ("since 2020", "2020 to now"),
        ("Since March 2021", "2021-03 to now"),
        ("from May 2018 to date", "2018-05 to now"),
        ("May 2018 until today", "2018-05 to now"),
        ("June 2019 to now", "2019-06 to now"),
        ("June 2019 - ongoing", "2019-06 to now"),
        ("06.2024 to today", "2024-06 to now"),
        ("2024-06 —", "2024-06 to now"),
        ("Q1 2020 - Q3 2021", "2020-01 to 2021-09"),
        ("early 2019 – late 2020", "2019 to 2020"),
        ("Summer 2020 - Fall 2021", "2020-06 to 2021-11"),
        ("SEPT 2018 – AUG 2021", "2018-09 to 2021-08"),
        ("10.2015 – 12.2016 (1 yr 3 mos)", "2015-10 to 2016-12"),
        ("NETWORK06/2024 - 09/2024", "2024-06 to 2024-09"),
        ("2020-02 -> now", "2020-02 to now"),
        ("2014-03 / 2018-06", "2014-03 to 2018-06"),
        ("2013 → 2015", "2013 to 2015"),
        ("2021-    Backend developer", "2021 to now"),
        ("09/2021 – heute", "2021-09 to now"),
        ("October 2019 until this very morning", "2019-10 to now"),
        ("'17-'19", "2017 to 2019"),
        ("2019 to date (3 yrs)", "2019 to now"),
        ("July to December 2024", "2024-07 to 2024-12"),
        ("2021\u2192   STAFF ENGINEER", "2021 to now"),
        ("Tech Lead, Tern (2020-). Nine people", "2020 to now"),
        ("01/25 - to date", "2025-01 to now"),
        ("Oct'2019 - till date", "2019-10 to now"),
        ("since ~2021", "2021 to now"),
        ("2021 onwards", "2021 to now"),
        ("[2022-]", "2022 to now"),
        ("From: January 2022 To: Present", "2022-01 to now"),
    ],
)
def test_a_range_is_read(text: str, expected: str, taxonomy: Taxonomy) -> None:
    period = parse_period(text, taxonomy.lexicon.words, as_of=AS_OF)

    assert told(period) == expected
    assert period is not None
    assert not period.single


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-03", "2019-03 to 2019-03"),
        ("Sept. 2020", "2020-09 to 2020-09"),
        ("'22", "2022 to 2022"),
        ("Summer 2021", "2021-06 to 2021-08"),
        ("12 March 2020", "2020-03 to 2020-03"),
        ("BSc Computing, 2016", "2016 to 2016"),
        ("expected June 2027", "2027-06 to 2027-06"),
    ],
)
def test_a_single_date_is_read_as_one(text: str, expected: str, taxonomy: Taxonomy) -> None:
    period = parse_period(text, taxonomy.lexicon.words, as_of=AS_OF)

    assert told(period) == expected
    assert period is not None
    assert period.single


@pytest.mark.parametrize(
    "text",
    [
        "2000-3000 users",
        "+1 415-555-2019",
        "(206) 555-0134",
        "Java 1.8",
        "v2.2019.1",
        "$2000 - $3000",
        "100-2000 requests",
        "192.168.2019.1",
        "33130 Miami",
        "2015-2016-2017",
        "may improve 20%",
        "12,000 to 190,000 points",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str, taxonomy: Taxonomy) -> None:
    assert find_periods(text, taxonomy.lexicon.words, as_of=AS_OF) == ()


@pytest.mark.parametrize(
    ("text", "expected", "problem"),
    [
        ("2019 - 2018", "2019 to ?", "end_before_start"),
        ("Mar 2021 - Jan 2021", "2021-03 to ?", "end_before_start"),
        ("Jan 2091 - Feb 2020", "? to 2020-02", "in_future"),
        ("1920 - 2020", "? to 2020", "too_long_ago"),
        ("May 2019 - June 2091", "2019-05 to ?", "in_future"),
        ("2019 - 2022", "2019 to 2022", None),
    ],
)
def test_a_typo_in_a_year_is_told_and_not_counted(
    text: str, expected: str, problem: str | None, taxonomy: Taxonomy
) -> None:
    period = parse_period(text, taxonomy.lexicon.words, as_of=AS_OF)

    assert period is not None
    assert (told(period), period.problem) == (expected, problem)


def test_the_span_takes_in_the_length_in_brackets(taxonomy: Taxonomy) -> None:
    text = "Developer, Acme, 10/2015 – 12/2016 (1 yr 3 mos), Leeds"

    (period,) = DateReader(taxonomy.lexicon.words).find(text)

    assert text[period.span.start : period.span.end] == "10/2015 – 12/2016 (1 yr 3 mos)"


def test_several_periods_of_a_line_are_found_in_order(taxonomy: Taxonomy) -> None:
    found = find_periods("1999-2002, 2005-2007", taxonomy.lexicon.words)

    assert [told(one) for one in found] == ["1999 to 2002", "2005 to 2007"]
