"""Reports and screenings as files: text, JSON, Markdown, CSV and a page that stands alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from matcher.domain.report import Report, Screening

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["MEDIA_TYPES", "render", "render_screening"]

MEDIA_TYPES = {
    "text": "text/plain; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def render(report: Report, form: str) -> str:
    """Return a report as "text", "json", "md" or "html"; every form says the same."""
    return _REPORT_FORMS[form](report)


def render_screening(screening: Screening, form: str) -> str:
    """Return a screening as "text", "json" or "csv"."""
    return _SCREENING_FORMS[form](screening)


def _report_text(report: Report) -> str:
    from matcher.reports.text import report_text

    return report_text(report)


def _json(result: Report | Screening) -> str:
    # Pydantic costs a tenth of a second to load, and the other forms do without it.
    from matcher.reports.serialise import to_json

    return to_json(result) + "\n"


def _markdown(report: Report) -> str:
    return _environment().get_template("report/report.md").render(report=report)


def _html(report: Report) -> str:
    from matcher.reports.templating import ReportView

    page = _environment().get_template("report/standalone.html")
    # It has no second page to link to, and is often printed: everything is open.
    return page.render(report=report, stylesheet=_stylesheet(), view=ReportView(open_all=True))


def _screening_text(screening: Screening) -> str:
    from matcher.reports.text import screening_text

    return screening_text(screening)


def _csv(screening: Screening) -> str:
    from matcher.reports.tables import to_csv

    return to_csv(screening)


_REPORT_FORMS: Mapping[str, Callable[[Report], str]] = {
    "text": _report_text,
    "json": _json,
    "md": _markdown,
    "html": _html,
}
_SCREENING_FORMS: Mapping[str, Callable[[Screening], str]] = {
    "text": _screening_text,
    "json": _json,
    "csv": _csv,
}


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    from matcher.reports.templating import install
    from matcher.resources import data_folder

    environment = Environment(
        loader=FileSystemLoader(data_folder("templates")),
        autoescape=select_autoescape(("html",), default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    install(environment)
    return environment


@cache
def _stylesheet() -> str:
    """Return the one stylesheet; a browser must not find an end of the style element in it."""
    return (files("matcher") / "web" / "static" / "matcher.css").read_text("utf-8").replace("</", "<\\/")
