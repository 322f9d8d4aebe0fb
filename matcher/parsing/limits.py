"""The limits that keep one file from costing more than a resume is worth; every number of the parsing stage."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ChildLimits", "DrawingLimits", "Limits", "ZipLimits"]


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """Limits of formats that are zip archives (DOCX, ODT), checked before and while a part is unpacked."""

    max_entries: int = 1_000
    max_unpacked_bytes: int = 50_000_000
    max_ratio: int = 100
    # Honest text compresses well; a bomb check below this size refused honest files elsewhere.
    ratio_checked_above_bytes: int = 10_000_000
    max_xml_depth: int = 256
    max_xml_elements: int = 500_000


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What the process that reads one file may use before it is killed."""

    address_space_bytes: int = 768 * 1024 * 1024
    cpu_seconds: int = 10
    wall_seconds: float = 15.0
    open_files: int = 32
    written_bytes: int = 1_000_000


@dataclass(frozen=True, slots=True)
class DrawingLimits:
    """What the pictures of one file's pages may cost; a page of text takes 10 ms to draw and some 50 kB to keep."""

    # Beside the text a page is shown some 500 pixels wide: enough for a screen of twice that density.
    dots_per_inch: int = 110
    max_pages: int = 10
    # A page that would have more is drawn smaller. A4 at 110 dots per inch has 1.2 million.
    max_pixels: int = 2_000_000
    max_side_pixels: int = 4_000
    max_bytes: int = 600_000
    max_total_bytes: int = 2_000_000
    # No page is begun later than this after the first.
    seconds: float = 2.0
    child: ChildLimits = ChildLimits(512 * 1024 * 1024, cpu_seconds=2, wall_seconds=2.0, open_files=16, written_bytes=0)


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits of reading one file. The defaults are far above any real resume and far below what hurts."""

    max_bytes: int = 5_000_000
    max_pages: int = 30
    max_stream_bytes: int = 20_000_000
    max_total_stream_bytes: int = 60_000_000
    max_glyphs: int = 200_000
    max_map_entries: int = 200_000
    # East Asian fonts name the widths of all 65,536 codes, each font of a file anew.
    max_widths: int = 500_000
    max_forms: int = 2_000
    max_page_points: int = 14_400
    max_operators: int = 1_000_000
    max_xref_entries: int = 200_000
    # Programs pack some hundred objects into one stream; unpacking costs a second for each ten thousand.
    max_packed_objects: int = 20_000
    # A file whose table of places is broken is searched through for its objects up to this size.
    max_searched_bytes: int = 1_500_000
    max_characters: int = 200_000
    zip: ZipLimits = ZipLimits()
    child: ChildLimits = ChildLimits()
