# The commands of the project; `make help` lists them. Nothing is installed outside of .venv.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help run test bench evaluate train openapi contract check format texts lock clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(STAMP): pyproject.toml .ci/constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Matcher needs Python 3.11 or newer.") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable '.[dev]'
	@touch $(STAMP)

run: $(STAMP) ## set up, print the gap report of the sample resume, then serve the pages (PORT=8000)
	$(BIN)/matcher match matcher/samples/resume.pdf --role lead-backend-engineer
	$(BIN)/matcher serve --port $(PORT)

test: $(STAMP) ## set up and pass every test
	$(BIN)/python -m pytest

bench: $(STAMP) ## run the benchmarks and print their ratios
	$(BIN)/python -m tests.benchmarks

evaluate: $(STAMP) ## score verdicts and extraction on our own judged material
	$(BIN)/python -m tests.evaluation.verdicts
	$(BIN)/python -m tests.evaluation.extraction_sentences

train: $(STAMP) ## train the statement model anew from skills_taxonomy/statements and print its figures
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable '.[train]'
	$(BIN)/python -m matcher.training

openapi: $(STAMP) ## write the committed copy of the API's description anew
	$(BIN)/matcher openapi --out tests/web/api/openapi.json

contract: $(STAMP) ## make up requests to the API for two seeds and check every answer against its description
	$(BIN)/python -m tests.web.api.contract --seed 1 --seed 2 --examples 100

check: $(STAMP) ## lint, format and type checks alone (the tests run them too)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP) ## put the code in its usual shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

texts: $(STAMP) ## write the catalogue of all texts of the interface anew (matcher/locale/matcher.pot)
	$(BIN)/python -m tests.house.catalogue

lock: $(STAMP) ## write the installed versions to .ci/constraints.txt
	$(BIN)/python -m pip freeze --exclude-editable > .ci/constraints.txt

clean: ## remove what was built here
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
