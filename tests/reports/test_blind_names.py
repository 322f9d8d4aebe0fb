from __future__ import annotations

import pytest

from matcher.reports.blind_names import NameFinder, name_words, plainly
from matcher.reports.blind_text import cover, settle
from matcher.taxonomy.index import Taxonomy


def masked(
    name: str, text: str, taxonomy: Taxonomy, *, handles: tuple[str, ...] = (), particles: tuple[str, ...] = ()
) -> str:
    words = taxonomy.lexicon.words
    return cover(text, settle(NameFinder(name_words(name, words), handles, words, particles).marks(text)))[0]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Dr. María-José van der Berg, PhD", ("María-José", "María", "José", "Berg")),
        ("Byte, Ada B.", ("Byte", "Ada")),
        ("Siobhán O'Connell", ("Siobhán", "O'Connell")),
        ("李 伟", ("李", "伟")),
        ("Ada Byte (she/her)", ("Ada", "Byte")),
    ],
)
def test_the_words_of_a_name(name: str, found: tuple[str, ...], taxonomy: Taxonomy) -> None:
    assert name_words(name, taxonomy.lexicon.words) == found


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Ada Byte", "Ada Byte led it", "[name] led it"),
        ("Ada Byte", "BYTE, ADA led it", "[name] led it"),
        ("Ada Byte", "A. Byte led Ada's team", "[name] led [name]'s team"),
        ("Ada Byte", "Thank you, Ms. Byte", "Thank you, [name]"),
        ("Ada Byte", "adabyte/tool and abyte2", "[name]/tool and [name]"),
        ("Jürgen Müller", "Juergen Mueller and Jurgen Muller", "[name] and [name]"),
        ("Siobhán O'Connell", "Siobhan OConnell, O’Connell", "[name]"),
        ("Priya Raghunathan", "raghunathan-utils by priya raghunathan", "[name] by [name]"),
        ("Mark Young", "mark young tables with a mark", "[name] tables with a mark"),
        ("Will Grant", "Will Grant grants access; it will run", "[name] grants access; it will run"),
        ("李 伟", "由李伟编写", "由[name]编写"),
        ("Олена Коваленко", "Олена led; О. Коваленко wrote", "[name] led; [name] wrote"),
        ("Ada Byte", "Adapted bytes to Adam", "Adapted bytes to Adam"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, text: str, expected: str, taxonomy: Taxonomy) -> None:
    assert masked(name, text, taxonomy) == expected


def test_handles_are_found_as_parts_of_addresses(taxonomy: Taxonomy) -> None:
    assert (
        masked("Ada Byte", "pushed to zx81.io and ZX81", taxonomy, handles=("zx81",)) == "pushed to [name] and [name]"
    )


def test_the_particles_of_a_name_go_with_it(taxonomy: Taxonomy) -> None:
    text = "Van der Berg led it"

    assert masked("Jan van der Berg", text, taxonomy, particles=("van", "der")) == "[name] led it"


def test_nobody_is_found_without_a_name(taxonomy: Taxonomy) -> None:
    assert masked("", "Ada Byte led it", taxonomy) == "Ada Byte led it"


def test_plain_text_keeps_the_way_back() -> None:
    plain, origins = plainly("Łódź Straße")

    assert plain == "lodz strasse"
    assert origins[plain.index("strasse")] == 5
    assert origins[-1] == len("Łódź Straße")
