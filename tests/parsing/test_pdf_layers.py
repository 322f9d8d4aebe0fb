from __future__ import annotations

import pytest

from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, text

ON, OFF = "1000 0 R", "1001 0 R"


def seen(layer: str, default: str = f"/OFF [{OFF}]", usage: str = "") -> bool:
    builder = PdfBuilder(catalog=f"/OCProperties << /OCGs [{ON} {OFF}] /D << {default} >> >>")
    builder.add("<< /Type /OCG /Name (on) >>")
    builder.add(f"<< /Type /OCG /Name (off) {usage} >>")
    builder.resources = f"/Properties << /L {layer} >>"
    result = read_pdf(
        builder.page(text(60, 700, "Ada") + "/OC /L BDC " + text(60, 600, "Kafka") + " EMC\n").build(), Limits()
    )
    assert {entry.technique for entry in result.hidden} <= {"layer_off"}
    return not result.hidden


MEMBERSHIPS = {
    "any on, by default": (f"/OCGs [{ON} {OFF}]", True),
    "any on": (f"/OCGs [{ON} {OFF}] /P /AnyOn", True),
    "none on": (f"/OCGs {OFF}", False),
    "all on": (f"/OCGs [{ON} {OFF}] /P /AllOn", False),
    "any off": (f"/OCGs [{ON}] /P /AnyOff", False),
    "all off, one is on": (f"/OCGs [{ON}] /P /AllOff", False),
    "all off, and they are": (f"/OCGs [{OFF}] /P /AllOff", True),
    "of nothing": ("/OCGs []", True),
    "expression: not": (f"/VE [/Not {ON}]", False),
    "expression: and": (f"/VE [/And {ON} {OFF}]", False),
    "expression: or": (f"/VE [/Or {ON} {OFF}]", True),
    "expression in an expression": (f"/VE [/And {ON} [/Not [/Or {OFF} {OFF}]]]", True),
    "expression of nothing": ("/VE []", True),
}


@pytest.mark.parametrize("case", MEMBERSHIPS)
def test_a_membership_shows_by_its_policy_or_expression(case: str) -> None:
    entries, shown = MEMBERSHIPS[case]
    assert seen(f"<< /Type /OCMD {entries} >>") is shown


def test_a_membership_counts_where_no_layer_is_off() -> None:
    assert not seen(f"<< /Type /OCMD /OCGs [{ON}] /P /AllOff >>", default="")


def test_all_layers_may_be_off_but_those_named() -> None:
    default = f"/BaseState /OFF /ON [{ON}]"
    assert (seen(ON, default), seen(OFF, default)) == (True, False)


def test_a_layer_that_no_view_shows_is_off() -> None:
    rule = f"/AS [<< /Event /View /Category [/View] /OCGs [{ON} {OFF}] >>]"
    usage = "/Usage << /View << /ViewState /OFF >> >>"
    assert (seen(OFF, rule, usage), seen(ON, rule, usage), seen(OFF, "", usage)) == (False, True, True)
