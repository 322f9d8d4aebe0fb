"""The README's first screen is true: its commands exist and its output is what they print."""

from __future__ import annotations

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
FIRST_SCREEN = "\n".join(README.splitlines()[:70])


def test_the_two_commands_stand_on_the_first_screen() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")

    for target in ("run", "test"):
        assert f"make {target}" in FIRST_SCREEN
        assert f"\n{target}: " in makefile


def test_the_sample_report_is_what_the_program_prints(matcher, sample) -> None:
    from datetime import date

    from matcher.reports.render import render

    shown = README.split("```text\n", 1)[1].split("```", 1)[0]
    printed = render(matcher.report(sample, matcher.role("lead-backend-engineer"), as_of=date(2026, 11, 20)), "text")

    assert printed.startswith(shown.rstrip("\n").removesuffix("[...]").rstrip("\n"))


def test_ci_calls_the_test_command() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
