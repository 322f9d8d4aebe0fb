"""Train the statement model and tell how it does on authors whom it has not seen: python -m matcher.training."""

from __future__ import annotations

from matcher.evidence.statement_model import WEIGHTS
from matcher.resources import data_folder
from matcher.taxonomy.loader import load_taxonomy
from matcher.training.data_card import write_card
from matcher.training.fit import fit
from matcher.training.leave_one_out import leave_one_author_out, table
from matcher.training.statements import FOLDER, read_statements
from matcher.training.weights import pin, to_bytes


def main() -> None:
    """Print the figures, write them into the data card, and write weights with their pin."""
    folder = data_folder("skills_taxonomy")
    authors = read_statements(folder / FOLDER)
    taxonomy = load_taxonomy()
    figures = table(leave_one_author_out(authors, taxonomy.lexicon, taxonomy.policy["model-shown"]))
    print(figures)
    write_card(folder / FOLDER / "README.md", authors, figures)
    data = to_bytes(fit(authors))
    (folder / WEIGHTS).write_bytes(data)
    (folder / WEIGHTS).with_suffix(".yaml").write_text(pin(data, authors), encoding="utf-8")
    print(f"{WEIGHTS}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
