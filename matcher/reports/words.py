"""The words of reports: badges, warnings, reasons for a range, section names. One table each, for all faces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = [
    "BADGES",
    "FINDINGS",
    "KINDS",
    "RANGE_BECAUSE",
    "RECRUITER_ERRORS",
    "REMEDIES",
    "SECTIONS",
    "SHORTFALLS",
    "UNREADABLE",
    "WITHHELD",
    "Badge",
    "badge",
]


@dataclass(frozen=True, slots=True)
class Badge:
    """How a verdict is told: a word, the class of its colour, its icon, and a mark for plain text."""

    word: str
    css: str
    icon: str
    mark: str


_SHOWN = Badge("Shown", "met", "tick", "[x]")
_ABSENT = Badge("Not shown yet", "gap", "ring", "[ ]")

BADGES: Mapping[tuple[str, str], Badge] = {
    ("met", "demonstrated"): _SHOWN,
    # Some requirements ask for no more than a mention: a certificate, a tool that needs no story.
    ("met", "listed"): _SHOWN,
    ("partial", "demonstrated"): Badge("Shown in part", "part", "half", "[~]"),
    ("partial", "listed"): Badge("Only listed", "part", "half", "[~]"),
    ("partial", "related"): Badge("Only related", "part", "half", "[~]"),
    ("missing", "disclaimed"): Badge("Named, not claimed", "gap", "bar", "[-]"),
    ("missing", "absent"): _ABSENT,
    ("missing", "related"): _ABSENT,
}

UNREADABLE = Badge("Not readable", "stop", "stop", "[!]")


def badge(status: str, verdict: str) -> Badge:
    """Return the badge of a verdict.

    Raises:
        LookupError: the pair is not in the table; a word made up on the spot could say something untrue.
    """
    try:
        return BADGES[str(status), str(verdict)]
    except KeyError:
        raise LookupError(f"No badge for {status}, {verdict}.") from None


_LETTERS = ("Unusual letters", "Some letters were unusual and were read as the common ones.")
_CONTENT = ("Active content", "The file holds scripts, other files or links to be loaded. None was opened.")
_HIDDEN = "Hidden text was left out. We show it in what we read and count nothing from it."

FINDINGS: Mapping[str, tuple[str, str | None]] = {
    "hidden_text": ("Hidden text", _HIDDEN),
    "ignored_parts": ("Parts left out", None),
    "ocr_layer": ("Text from a scan", "The text comes from a scan and may hold wrong letters. It was counted."),
    "keyword_stuffing": (
        "Words in a list",
        "Some words stand in a list without use. They count as listed only.",
    ),
    "instruction_text": (
        "A sentence for a program",
        "A sentence is addressed to a screening program. It was ignored.",
    ),
    "active_content": _CONTENT,
    "embedded_files": _CONTENT,
    "external_references": _CONTENT,
    "repaired": ("Damaged file", None),
    "partial_text": ("Read in part", None),
    "encoding_guessed": _LETTERS,
    "characters_normalized": _LETTERS,
    "columns_uncertain": ("Columns", None),
    "not_a_resume": (
        "An unusual text",
        "This does not look like a resume. If it is one, check what we read.",
    ),
    "date_unlikely": ("An unlikely date", None),
    "no_dates": ("No dates", "No job has dates that could be read, so no length of experience was counted."),
    "duplicate": ("Same text", None),
}
"""Title and sentence for each code. Where there is no sentence the reader's own is shown: it knows the numbers."""

_PLAIN_COPY = "Export a plain copy from the program you wrote it in, without scripts, attachments and links to load."
_OTHER_LETTERS = "Look at the letters in what we read; if some are wrong, export the file again with a common font."

REMEDIES: Mapping[str, str] = {
    "hidden_text": "If it should count, make it plain to see; if not, take it out: other programs may read it.",
    "ignored_parts": "Accept or reject the changes and take the comments out before you send the file.",
    "ocr_layer": "Send the file from the program you wrote it in, not a scan of paper.",
    "keyword_stuffing": "Say in the job where you used each one that matters, and leave the rest out.",
    "instruction_text": "Take the sentence out. People who read the file will see it.",
    "active_content": _PLAIN_COPY,
    "embedded_files": _PLAIN_COPY,
    "external_references": _PLAIN_COPY,
    "repaired": "Open it where you wrote it, export it again and check that it opens everywhere.",
    "partial_text": "Look at what is missing in what we read, then export the file again or paste the text.",
    "encoding_guessed": "Save the text as UTF-8, or send a PDF or Word file.",
    "characters_normalized": _OTHER_LETTERS,
    "columns_uncertain": "Check these lines in what we read. One column is read rightly by every program.",
    "not_a_resume": "Use plain headings such as Experience, Education and Skills, with title, employer and dates.",
    "date_unlikely": "Put the date right; months and years such as 03/2021 or March 2021 are read everywhere.",
    "no_dates": "Give each job its months and years, such as March 2021 to present, on the line of its title.",
    "duplicate": "Nothing has to be done about it.",
}
"""What the candidate can do about each finding. Pages for others leave it out."""

RANGE_BECAUSE: Mapping[str, str] = {
    "columns_uncertain": "a page may have two columns",
    "encoding_guessed": "some letters had to be guessed",
    "no_dates": "no dates of jobs could be read",
    "not_a_resume": "the text does not look like a resume",
    "ocr_layer": "the text comes from a scan",
    "partial_text": "only a part of the file could be read",
    "repaired": "the file is damaged and was mended",
}

WITHHELD: Mapping[str, str] = {
    "too_little_read": "Too little text could be read for a score.",
    "nothing_shown": "None of the requirements was found in the text, so a score would say nothing.",
    "other": "There is no score for this file.",
}

SHORTFALLS: Mapping[str, str] = {
    "absent": "nothing in the text shows it",
    "denied": "named as not done, wished for or done by others",
    "listed_only": "named, with no work that used it",
    "related_only": "something near to it, not the same",
    "too_few_years": "shown for a shorter time than is asked",
    "stale": "shown long ago",
    "lower_level": "used, not designed, owned or led",
    "supervised": "by helping, taking part or under guidance",
    "study_only": "in study or research",
    "hobby_only": "in a private project",
    "weak_claim": "claimed as familiarity",
    "limited": "a part of what is asked",
}

KINDS: Mapping[str, str] = {
    "technical": "Technical",
    "design": "Design",
    "behavioural": "Experience",
    "situational": "Situation",
    "problem-solving": "Problem",
}

SECTIONS: Mapping[str, str] = {
    "contact": "Contact",
    "summary": "Summary",
    "experience": "Experience",
    "projects": "Projects",
    "skills": "Skills",
    "education": "Education",
    "certifications": "Certificates",
    "courses": "Courses",
    "publications": "Publications",
    "awards": "Awards",
    "volunteering": "Volunteering",
    "languages": "Languages",
    "interests": "Interests",
    "references": "References",
}

_LIMIT = ("Too long or too complicated to read.", "Ask for the resume alone.")

RECRUITER_ERRORS: Mapping[str, tuple[str, str]] = {
    "file_empty": ("The file is empty.", "Ask for the file again."),
    "file_too_large": ("The file is too large.", "Ask for a copy without pictures."),
    "type_unsupported": ("A kind of file that we cannot read.", "Ask for a PDF or Word file."),
    "type_mismatch": ("The name says another kind of file than it is.", "Ask for the original file."),
    "file_corrupt": ("The file is damaged.", "Ask for the original file."),
    "file_unsafe": ("Holds something we will not open.", "Ask for a plain PDF."),
    "password_protected": ("Opens only with a password.", "Ask for a copy without one."),
    "no_text_layer": ("Holds pictures of text.", "Ask for the original file."),
    "too_many_pages": _LIMIT,
    "text_too_long": _LIMIT,
    "parse_limit": _LIMIT,
    "filename_invalid": ("The file's name cannot be used.", "Ask for the file under another name."),
}
"""What a recruiter reads of a file that could not be read; without its name, which may be the person's."""
