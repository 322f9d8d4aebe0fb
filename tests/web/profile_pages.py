"""What a browser would send for the form of a page: the fields as they stand in it."""

from __future__ import annotations

from html.parser import HTMLParser

from werkzeug.datastructures import MultiDict


class FormFields(HTMLParser):
    """The fields of the form with the id "form"."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: MultiDict[str, str] = MultiDict()
        self._inside = False
        self._select = ""
        self._area: str | None = None
        self._text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "form":
            self._inside = values.get("id") == "form"
        if not self._inside:
            return
        name = values.get("name") or ""
        if tag == "input" and (values.get("type") != "checkbox" or "checked" in values):
            self.fields.add(name, values.get("value") or "")
        elif tag == "select":
            self._select = name
            self.fields.add(name, "")
        elif tag == "option" and "selected" in values:
            self.fields.setlist(self._select, [values.get("value") or ""])
        elif tag == "textarea":
            self._area, self._text = name, ""

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area is not None:
            self.fields.add(self._area, self._text)
            self._area = None


def fields_of(page: str, **changes: str) -> MultiDict[str, str]:
    """The fields of the page's form, some of them changed."""
    fields = FormFields(page).fields
    for name, value in changes.items():
        fields.setlist(name, [value])
    return fields
