"""From the data folder to a Taxonomy: by the compiled form where it fits the files, else by the files themselves."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from matcher.errors import TaxonomyError
from matcher.resources import data_folder
from matcher.taxonomy import compiled
from matcher.taxonomy.folder import hash_contents, read_folder
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.problems import Problem, format_problems

__all__ = ["check_taxonomy", "compile_taxonomy", "load_taxonomy"]

SHIPPED = "compiled.json"
# Several checkouts may take turns in one cache; more forms than these are left over from edits.
_MOST_KEPT = 8


def load_taxonomy(folder: Path | None = None, *, cache: Path | None = None) -> Taxonomy:
    """Load the taxonomy, and refuse one whose files are broken or point to nothing.

    The bytes of all files are hashed on every call, so a changed file is always noticed.

    Args:
        folder: where the YAML files lie; None for those that ship with Matcher.
        cache: where compiled forms are kept; None for the user's cache folder. One that cannot be written is
            passed over: the load is slower then, and otherwise the same.

    Raises:
        TaxonomyError: a file is broken; the message names each file, line and remedy.
    """
    folder = folder or data_folder("skills_taxonomy")
    contents = read_folder(folder)
    digest = hash_contents(contents)
    kept = (cache or _user_cache()) / f"taxonomy-{compiled.FORM}-{digest}.json"
    for candidate in (folder / SHIPPED, kept):
        taxonomy = _read_compiled(candidate, digest)
        if taxonomy is not None:
            return replace(taxonomy, folder=folder)
    taxonomy = _compile(contents, digest)
    _keep(kept, compiled.dump(taxonomy))
    return replace(taxonomy, folder=folder)


def compile_taxonomy(folder: Path | None = None) -> Path:
    """Write the compiled form beside the files, for shipping, and return its path."""
    folder = folder or data_folder("skills_taxonomy")
    contents = read_folder(folder)
    target = folder / SHIPPED
    target.write_text(compiled.dump(_compile(contents, hash_contents(contents))), encoding="utf-8")
    return target


def check_taxonomy(folder: Path | None = None) -> tuple[Problem, ...]:
    """Return everything that is wrong in the data files, sorted by file and line."""
    from matcher.taxonomy.checks import find_problems
    from matcher.taxonomy.files import read_files

    contents = read_folder(folder or data_folder("skills_taxonomy"))
    return find_problems(read_files(contents, hash_contents(contents)))


def _compile(contents: dict[str, bytes], digest: str) -> Taxonomy:
    # Imported here because pydantic and yaml would cost more than the whole load of a compiled form.
    from matcher.taxonomy.build import build_taxonomy
    from matcher.taxonomy.checks import find_broken_links
    from matcher.taxonomy.files import read_files

    files = read_files(contents, digest)
    problems = files.problems or find_broken_links(files)
    if problems:
        raise TaxonomyError(format_problems(problems))
    return build_taxonomy(files)


def _read_compiled(path: Path, digest: str) -> Taxonomy | None:
    try:
        taxonomy = compiled.load(path.read_bytes())
    except (OSError, ValueError):
        return None
    return taxonomy if taxonomy.hash == digest else None


def _user_cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "matcher"


def _keep(path: Path, text: str) -> None:
    """Write a compiled form in one step, so that a second process never reads half of it."""
    # A start that finds a compiled form should not pay for this.
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
        kept = sorted(path.parent.glob("taxonomy-*.json"), key=lambda other: other.stat().st_mtime)
        for other in kept[:-_MOST_KEPT]:
            other.unlink(missing_ok=True)
    except OSError:
        return
