"""Which layers of a PDF are switched off when it is opened, and what belongs to them (ISO 32000-1 8.11)."""

from __future__ import annotations

from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import dict_value, resolve1

__all__ = ["is_layer_off", "layers_off"]

_MOST = 2_000
_DEPTH = 8


def layers_off(document: PDFDocument) -> frozenset[int]:
    """Return the object ids of the layers that are switched off when the file is opened, or in any view of it."""
    properties = dict_value(document.catalog.get("OCProperties"))
    default = dict_value(properties.get("D"))
    off = _ids(default.get("OFF"))
    if _name(default.get("BaseState")) == "OFF":
        off |= _ids(properties.get("OCGs")) - _ids(default.get("ON"))
    for rule in _some(default.get("AS")):
        viewed = dict_value(rule)
        if _name(viewed.get("Event")) == "View" and "View" in map(_name, _some(viewed.get("Category"))):
            off |= {
                group.objid for group in _some(viewed.get("OCGs")) if hasattr(group, "objid") and _is_unviewed(group)
            }
    return frozenset(off)


def is_layer_off(layer: Any, off_layers: frozenset[int]) -> bool:
    """Tell whether what belongs to a layer, or to a membership in several, is not shown."""
    if getattr(layer, "objid", None) in off_layers:
        return True
    entries = dict_value(layer)
    if "VE" in entries:
        return not _holds(entries["VE"], off_layers, _DEPTH)
    members = resolve1(entries.get("OCGs"))
    groups = _some(members) if isinstance(members, list) else [entries.get("OCGs")]
    off = [getattr(group, "objid", None) in off_layers for group in groups if resolve1(group) is not None]
    if not off:
        return False
    policy = _name(entries.get("P"))
    shown = {"AllOn": not any(off), "AnyOff": any(off), "AllOff": all(off)}.get(policy, not all(off))
    return not shown


def _holds(expression: Any, off_layers: frozenset[int], depth: int) -> bool:
    """Work out an expression of And, Or and Not over layers; what makes no sense holds."""
    if getattr(expression, "objid", None) in off_layers:
        return False
    parts = resolve1(expression)
    if not isinstance(parts, list) or not parts or not depth:
        return True
    values = [_holds(part, off_layers, depth - 1) for part in parts[1:_MOST]]
    kind = _name(parts[0])
    if kind == "Not":
        return not all(values)
    return any(values) if kind == "Or" else all(values)


def _is_unviewed(group: Any) -> bool:
    usage = dict_value(dict_value(group).get("Usage"))
    return _name(dict_value(usage.get("View")).get("ViewState")) == "OFF"


def _ids(groups: Any) -> set[int]:
    return {group.objid for group in _some(groups) if hasattr(group, "objid")}


def _name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", ""))


def _some(values: Any) -> list[Any]:
    found = resolve1(values)
    return found[:_MOST] if isinstance(found, list) else []
