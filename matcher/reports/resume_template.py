"""A resume to fill in for a role: in the order that readers and programs expect, with prompts from its requirements.

Everything in brackets is to be replaced, titles and dates too; these stand there so that the file reads as a resume.
The prompts name no product: what stands in a resume must be the writer's own. A prompt that is left standing counts
nothing when the file is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from matcher.domain.catalogue import Importance, RequirementKind, Role
from matcher.reports.docx_writer import write_docx

__all__ = ["template_blocks", "template_docx", "template_markdown"]

_MARKS = {"Title": "# ", "Heading1": "## ", "Heading2": "### ", "ListBullet": "- ", "": ""}
_MOST_PROMPTS = 12
_PROMPTS = {
    RequirementKind.SKILLS: "[{label}: what you built, ran or changed with it, for whom, and what came of it.]",
    RequirementKind.SIGNAL: "[{label}: what you did yourself, with whom, and what was different afterwards.]",
}


def template_blocks(role: Role) -> tuple[tuple[str, str], ...]:
    """Return the template as pairs of a style and a text."""
    return tuple(_blocks(role))


def template_markdown(role: Role) -> str:
    """Return the template in Markdown."""
    lines: list[str] = []
    before = ""
    for style, text in template_blocks(role):
        if lines and not (style == before == "ListBullet"):
            lines.append("")
        lines.append(_MARKS[style] + text)
        before = style
    return "\n".join(lines) + "\n"


def template_docx(role: Role) -> bytes:
    """Return the template as a Word file."""
    return write_docx(template_blocks(role), title=f"Resume template: {role.title}")


def _blocks(role: Role) -> Iterator[tuple[str, str]]:
    asked = [one for one in role.requirements if one.kind in _PROMPTS]
    # What weighs most goes into the present job; a sort that keeps the order of the role among equals.
    asked.sort(key=lambda one: (one.importance is Importance.PREFERRED, -one.weight))
    prompts = [_PROMPTS[one.kind].format(label=one.label) for one in asked[:_MOST_PROMPTS]]
    first = (len(prompts) + 1) // 2
    yield "Title", "[Your name]"
    yield "", "[Town, country] | [E-mail] | [Telephone] | [Address of a profile or of your code]"
    yield "Heading1", "Summary"
    yield "", "[Two sentences: how long you have done this work, what you are best at, what you want to do next.]"
    yield "Heading1", "Experience"
    yield "Heading2", "Software Engineer, [Employer]"
    yield "", "January 2021 - present"
    yield "ListBullet", "[What you are proudest of: what you did, for whom, and what came of it, with a figure.]"
    yield from (("ListBullet", prompt) for prompt in prompts[:first])
    yield "Heading2", "Software Developer, [Earlier employer]"
    yield "", "March 2017 - December 2020"
    yield from (("ListBullet", prompt) for prompt in prompts[first:])
    yield "Heading1", "Skills"
    yield "", "[Only what you can talk about, in groups. Each should also stand in a job above.]"
    yield "Heading1", "Education"
    yield "", "[What you finished], [School], 2016"
