"""The bytes of the data folder and their hash, without looking into them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from matcher.errors import TaxonomyError

__all__ = ["hash_contents", "read_folder"]


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every YAML file of the folder: path inside it, with forward slashes, to bytes, sorted by path.

    Raises:
        TaxonomyError: the folder or one of its files cannot be read.
    """
    try:
        contents = dict(_files(str(folder), ""))
    except OSError as error:
        raise TaxonomyError(f"{error.filename}: cannot be read ({error.strerror}). Look at its permissions.") from error
    if not contents:
        raise TaxonomyError(f"{folder.name}: holds no YAML files. Point to a folder like skills_taxonomy.")
    return dict(sorted(contents.items()))


def _files(folder: str, prefix: str) -> Iterator[tuple[str, bytes]]:
    # Every start does this; os.scandir takes half the time of Path.rglob.
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            elif entry.name.endswith((".yaml", ".yml")):
                with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 - see above
                    yield prefix + entry.name, file.read()


def hash_contents(contents: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over the sorted names and bytes, each with its length, so that no two folders look alike."""
    digest = hashlib.sha256()
    for name in sorted(contents):
        encoded = name.encode()
        digest.update(b"%d:%b%d:" % (len(encoded), encoded, len(contents[name])))
        digest.update(contents[name])
    return digest.hexdigest()
