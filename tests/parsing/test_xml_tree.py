"""XML of strangers."""

from __future__ import annotations

import pytest

from matcher.errors import InputError
from matcher.parsing.limits import ZipLimits
from matcher.parsing.xml_tree import ElementCount, parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def _count(**limits: int) -> ElementCount:
    return ElementCount(ZipLimits(**limits))


@pytest.mark.parametrize("namespace", [W, STRICT])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_both_dialects_give_the_same_names(namespace: str, encoding: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><x:p xmlns:x="{namespace}" x:val="1" id="2"><x:t>Zoë</x:t></x:p>'
    )

    root = parse_xml(text.encode(encoding), _count())

    assert (root.tag, root.attrib, root[0].tag, root[0].text) == ("w-p", {"w-val": "1", "id": "2"}, "w-t", "Zoë")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<!DOCTYPE x><x/>", "file_unsafe"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "file_unsafe"),
        ('<!DOCTYPE x SYSTEM "http://example.org/x"><x/>', "file_unsafe"),
        ("<x>", "file_corrupt"),
        ("", "file_corrupt"),
        ("<x>&a;</x>", "file_corrupt"),
        ('<?xml version="1.0" encoding="odd"?><x/>', "file_corrupt"),
    ],
)
def test_what_is_not_plain_xml_is_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_xml(text.encode(), _count())

    assert refused.value.code == code


def test_depth_is_counted_at_the_limit() -> None:
    parse_xml(b"<a><b><c/></b></a>", _count(max_xml_depth=3))

    with pytest.raises(InputError) as refused:
        parse_xml(b"<a><b><c><d/></c></b></a>", _count(max_xml_depth=3))
    assert refused.value.code == "parse_limit"


def test_elements_are_counted_over_all_parts() -> None:
    count = _count(max_xml_elements=4)
    parse_xml(b"<a><b/></a>", count)
    parse_xml(b"<a><b/></a>", count)

    with pytest.raises(InputError) as refused:
        parse_xml(b"<a/>", count)
    assert refused.value.code == "parse_limit"
