"""An example to run: ``python -m matcher.client.example http://127.0.0.1:8000 resume.pdf [KEY]``.

It compares a resume with a role, then sends a batch of two, of which one cannot be read, and prints what came of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from matcher.client import Client, Item

__all__ = ["main"]


def main(base_url: str, path: str, key: str = "") -> None:
    """Run the example."""
    client = Client(base_url, key)
    role = next(one for one in client.role_profiles() if one.id == "senior-backend-engineer")

    match = client.match_file(path, role=role.id, external_id="application-1")
    print(f"{role.title}: {match.required_met} of {match.required_total} must-haves, score {match.score}")
    print("Not shown: " + ", ".join(match.missing[:3]))

    items = [
        Item("application-1", file=Path(path).read_bytes(), file_name=Path(path).name),
        Item("application-2", file=b"\0\1\2", file_name="broken.pdf"),
    ]
    batch = client.wait_for(client.create_batch(items, role=role.id).id, every=0.2)
    print(f"Batch {batch.status}: {batch.succeeded} read, {batch.failed} not")
    for result in client.results(batch.id):
        print(result.external_id, result.match.score if result.match else (result.problem or {}).get("code"))
    client.delete_batch(batch.id)
    client.delete_match(match.id)


if __name__ == "__main__":
    main(*sys.argv[1:])
