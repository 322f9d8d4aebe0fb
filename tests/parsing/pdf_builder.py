"""Writes small PDFs for tests: text at given places, boxes, images, forms, layers, and whatever is odd."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Times-Roman"}


def text(x: float, y: float, words: str, size: float = 10, *, font: str = "F1", before: str = "") -> str:
    """Return operators that show words at a place, counted from the bottom left; ``before`` sets colour and mode."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q {before} BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET Q\n"


def lines(x: float, top: float, words: list[str], size: float = 10, pitch: float = 13, font: str = "F1") -> str:
    """Return operators for lines that start on one edge, one below the other."""
    return "".join(text(x, top - pitch * n, line, size, font=font) for n, line in enumerate(words))


def box(x0: float, y0: float, x1: float, y1: float, colour: str = "0 0 0 rg") -> str:
    """Return operators that fill a box."""
    return f"q {colour} {x0} {y0} {x1 - x0} {y1 - y0} re f Q\n"


@dataclass
class PdfBuilder:
    """Collects pages and objects, then writes them with a table of places."""

    pages: list[tuple[str, str]] = field(default_factory=list)
    objects: dict[int, bytes] = field(default_factory=dict)
    resources: str = ""
    catalog: str = ""
    trailer: str = ""
    xobjects: dict[str, int] = field(default_factory=dict)
    fonts: dict[str, int] = field(default_factory=dict)
    compress: bool = False

    def page(self, content: str, extra: str = "") -> PdfBuilder:
        """Add a page of 595 by 842 points, unless ``extra`` gives another MediaBox."""
        self.pages.append((content, extra))
        return self

    def add(self, body: str | bytes) -> int:
        """Add an object and return its number."""
        number = 1000 + len(self.objects)
        self.objects[number] = body.encode("latin-1") if isinstance(body, str) else body
        return number

    def stream(self, data: bytes, entries: str = "") -> int:
        """Add a stream object and return its number."""
        return self.add(stream(data, entries))

    def form(self, name: str, content: str, entries: str = "") -> PdfBuilder:
        """Add a form object that pages draw by ``/name Do``."""
        head = f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {entries}"
        if "/Resources" not in entries:
            head += f" /Resources << /Font << {self._fonts()} >> >>"
        self.xobjects[name] = self.stream(content.encode("latin-1"), head)
        return self

    def image(self, name: str) -> PdfBuilder:
        """Add a grey image that pages draw by ``/name Do``."""
        head = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        self.xobjects[name] = self.stream(b"\x80", head)
        return self

    def _fonts(self) -> str:
        plain = (
            f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            for key, name in FONTS.items()
        )
        own = (f"/{key} {number} 0 R" for key, number in self.fonts.items())
        return " ".join([*plain, *own])

    def build(self) -> bytes:
        """Return the bytes of the file."""
        objects = dict(self.objects)
        drawn = " ".join(f"/{name} {number} 0 R" for name, number in self.xobjects.items())
        shared = f"<< /Font << {self._fonts()} >> /XObject << {drawn} >> {self.resources} >>"
        kids = []
        for index, (content, extra) in enumerate(self.pages):
            number = 10 + 2 * index
            media = "" if "/MediaBox" in extra else "/MediaBox [0 0 595 842]"
            kids.append(f"{number} 0 R")
            page = f"<< /Type /Page /Parent 2 0 R {media} /Resources {shared} /Contents {number + 1} 0 R {extra} >>"
            objects[number] = page.encode("latin-1")
            data = content.encode("latin-1")
            if self.compress:
                objects[number + 1] = stream(zlib.compress(data), "/Filter /FlateDecode")
            else:
                objects[number + 1] = stream(data)
        objects[1] = f"<< /Type /Catalog /Pages 2 0 R {self.catalog} >>".encode("latin-1")
        objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode("latin-1")
        return write(objects, self.trailer)


def stream(data: bytes, entries: str = "") -> bytes:
    """Return the body of a stream object."""
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode("latin-1") + data + b"\nendstream"


def write(objects: dict[int, bytes], trailer: str = "") -> bytes:
    """Return a file of numbered objects, 1 being the catalogue."""
    parts = bytearray(b"%PDF-1.7\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(parts)
        parts += b"%d 0 obj\n" % number + objects[number] + b"\nendobj\n"
    start = len(parts)
    parts += b"xref\n"
    for number, place in sorted(places.items()):
        parts += b"%d 1\n%010d 00000 n \n" % (number, place)
    parts += f"trailer\n<< /Size {max(places) + 1} /Root 1 0 R {trailer} >>\n".encode("latin-1")
    return bytes(parts + b"startxref\n%d\n%%%%EOF\n" % start)
