"""The words with which a file is refused: one message and one remedy for each code, for people."""

from __future__ import annotations

from matcher.errors import ErrorCode, InputError

__all__ = ["refusal"]

_TOO_MUCH = ("{name} is too long or too complicated to read.", "Send only the resume, at most 30 pages.")
_WORDS: dict[ErrorCode, tuple[str, str]] = {
    ErrorCode.FILE_EMPTY: ("{name} is empty.", "Choose the file again; it may not have been saved."),
    ErrorCode.FILE_TOO_LARGE: ("{name} is larger than 5 MB.", "Export it without pictures, or paste the text."),
    ErrorCode.TYPE_UNSUPPORTED: (
        "We cannot read this kind of file.",
        "Send PDF, Word (.docx), ODT, RTF, Markdown, text or JSON Resume.",
    ),
    ErrorCode.TYPE_MISMATCH: ("The name of {name} does not fit its content.", "Rename it or export it again."),
    ErrorCode.FILE_CORRUPT: ("{name} is damaged.", "Open it where you wrote it and export it again."),
    ErrorCode.FILE_UNSAFE: (
        "{name} holds something we will not open.",
        "Export it again as PDF or paste the text.",
    ),
    ErrorCode.PASSWORD_PROTECTED: ("{name} opens only with a password.", "Save a copy without one."),
    ErrorCode.NO_TEXT_LAYER: (
        "{name} is a picture of text, so there is nothing we can read.",
        "Export it from the program you wrote it in, or paste the text.",
    ),
    ErrorCode.TOO_MANY_PAGES: _TOO_MUCH,
    ErrorCode.TEXT_TOO_LONG: _TOO_MUCH,
    ErrorCode.PARSE_LIMIT: _TOO_MUCH,
    ErrorCode.FILENAME_INVALID: (
        "The name of the file cannot be used.",
        "Rename it with letters and digits, at most 255 characters.",
    ),
}


def refusal(code: ErrorCode, name: str = "", *, message: str | None = None, remedy: str | None = None) -> InputError:
    """Build the error for a file.

    Args:
        code: one of the codes about files.
        name: the file's base name; "" where there is none, as for pasted text.
        message: replaces the usual message; ``{name}`` in it stands for the file.
        remedy: replaces the usual remedy.
    """
    usual_message, usual_remedy = _WORDS[code]
    told = (message or usual_message).replace("{name}", name or "The file")
    return InputError(code, told, remedy or usual_remedy, file=name or None)
