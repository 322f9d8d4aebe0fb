"""Looks along the styles of OpenDocument texts."""

from __future__ import annotations

import pytest

from matcher.parsing.limits import ZipLimits
from matcher.parsing.odt_styles import OdtStyles, TextLook
from matcher.parsing.xml_tree import ElementCount, parse_xml
from tests.parsing.test_odt import NAMESPACES

STYLES = f"""<office:x {NAMESPACES}>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/></style:default-style>
<style:style style:name="Base" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Heir" style:family="paragraph" style:parent-style-name="Base">
  <style:paragraph-properties fo:background-color="#102030"/>
  <style:text-properties fo:font-size="150%" fo:color="#ffffff"/></style:style>
<style:style style:name="A" style:family="text" style:parent-style-name="B"/>
<style:style style:name="B" style:family="text" style:parent-style-name="A">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="Plain" style:family="text">
  <style:text-properties fo:font-weight="normal" style:use-window-font-color="true"/></style:style>
</office:x>"""


@pytest.fixture
def styles() -> OdtStyles:
    return OdtStyles.load(parse_xml(STYLES.encode(), ElementCount(ZipLimits())), None)


def test_a_style_takes_over_from_its_parent_and_the_default(styles: OdtStyles) -> None:
    look = styles.look("paragraph", "Heir", TextLook())

    assert look == TextLook(bold=True, color="FFFFFF", background="102030", points=18.0)
    assert look.why_hidden() is None


def test_a_nearer_style_goes_before(styles: OdtStyles) -> None:
    outer = styles.look("paragraph", "Heir", TextLook())

    assert styles.look("text", "Plain", outer) == TextLook(color=None, background="102030", points=18.0)


def test_styles_in_a_circle_end(styles: OdtStyles) -> None:
    assert styles.look("text", "A", TextLook()).why_hidden() == "marked as hidden"


def test_an_unknown_style_changes_nothing(styles: OdtStyles) -> None:
    assert styles.look("text", "nowhere", TextLook(bold=True)) == TextLook(bold=True)
