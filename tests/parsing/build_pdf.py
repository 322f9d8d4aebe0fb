"""Writes small PDFs by hand, sound ones and broken ones, so that no test needs a file of somebody else's."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
LETTER = b"[0 0 612 792]"

Words = Sequence[tuple[float, float, str]]


class PdfBuilder:
    """Collects objects and writes them with a cross-reference table."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, body: bytes) -> int:
        self.objects.append(body)
        return len(self.objects)

    def stream(self, data: bytes, entries: bytes = b"", *, packed: bool = True) -> int:
        if packed:
            data, entries = zlib.compress(data), entries + b" /Filter /FlateDecode"
        return self.add(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data))

    def write(self, root: int, trailer: bytes = b"") -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, body in enumerate(self.objects, start=1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
            len(offsets) + 1,
            root,
            trailer,
            start,
        )
        return bytes(out)


def pdf_of(
    contents: Sequence[bytes],
    *,
    font: bytes = HELVETICA,
    resources: bytes = b"",
    page_entries: bytes = b"",
    media_box: bytes = LETTER,
    catalog: bytes = b"",
    trailer: bytes = b"",
    extra: Sequence[bytes] = (),
) -> bytes:
    """Write one page for each content stream; object 1 is the font, ``extra`` objects are 2, 3 and so on."""
    builder = PdfBuilder()
    font_number = builder.add(font)
    for body in extra:
        builder.add(body)
    streams = [builder.stream(content) for content in contents]
    parent = len(builder.objects) + len(streams) + 1
    pages = [
        builder.add(
            b"<< /Type /Page /Parent %d 0 R /MediaBox %s /Contents %d 0 R "
            b"/Resources << /Font << /F1 %d 0 R >> %s >> %s >>"
            % (parent, media_box, stream, font_number, resources, page_entries)
        )
        for stream in streams
    ]
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    builder.add(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)))
    root = builder.add(b"<< /Type /Catalog /Pages %d 0 R %s >>" % (parent, catalog))
    return builder.write(root, trailer)


def shown(lines: Sequence[str], *, left: float = 72, top: float = 740, size: float = 11, before: bytes = b"") -> bytes:
    """Return drawing operators that show lines one under the other; ``before`` stands right before the text."""
    out = [before]
    for number, line in enumerate(lines):
        y = top - number * size * 1.4
        out.append(b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, left, y, escaped(line)))
    return b"\n".join(out)


def escaped(text: str) -> bytes:
    """Escape a text for a literal string."""
    return text.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


RESUME = (
    "Mara Lindqvist",
    "mara.lindqvist@example.com | +1 555 0100",
    "SUMMARY",
    "Back-end developer who keeps payment services running.",
    "EXPERIENCE",
    "Backend Developer, Harbour Freight Labs",
    "March 2021 - Present",
    "Built billing services in Python and Django on PostgreSQL.",
    "Moved nightly jobs to Kubernetes and halved their cost.",
    "SKILLS",
    "Python, Django, PostgreSQL, Redis, Docker, Kubernetes",
    "EDUCATION",
    "BSc Computer Science, Eastmoor University, 2020",
)


def clean_pdf() -> bytes:
    """Return a sound resume of one page."""
    return pdf_of([shown(RESUME)])
