# make            this help
# make demo       everything set up, Härnösand loaded, pages on http://localhost:8000  (STAGE=, PORT=)
# make check      all tests, on SQLite and PostgreSQL, with types, style and texts
# make fast       the rules and the texts only: seconds
# make score      how well the reader reads the labelled pages of tests/pages  (PAGES=, MISSES=1)
# make journeys   the browser journeys (needs Chromium)
# make run        the pages on your own data (folder data/)
# make bench      all benchmarks, or one: make bench B=read
# make proof      all proofs, or one: make proof P=redaction  (LONG=1 for the night run)
# make messages   merge and compile the Swedish page texts
# make setup      only install what the others need (they do it themselves)
# make pins       compile requirements*.txt anew

PYTHON ?= python3
STAGE ?= followup
PORT ?= 8000
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup demo run fast score check journeys bench proof messages pins lint

help:
	@sed -n 's/^# \(make.*\)/\1/p' Makefile

.venv/run: requirements.txt pyproject.toml
	@echo "Gör i ordning (bara första gången, högst en minut) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.txt
	@touch $@

setup: .venv/dev

demo: .venv/run
	@$(BIN)/handslag demo --stage $(STAGE) --port $(PORT)

run: .venv/run
	@$(BIN)/handslag serve --port $(PORT)

fast: .venv/dev
	@$(BIN)/pytest tests/domain tests/texts

score: .venv/dev
	@$(BIN)/python -m tests.pages.score $(PAGES) $(if $(MISSES),--misses)

lint: .venv/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python tools/messages.py --check

check: lint
	$(BIN)/pytest -n auto --dist worksteal
	$(BIN)/python tools/postgresql.py $(BIN)/pytest -n auto --dist worksteal -m "database and not journey"

journeys: .venv/dev
	$(BIN)/pytest tests/journeys

B ?= $(basename $(notdir $(wildcard benchmarks/*.py)))
bench: .venv/dev
	@short=0; for name in $(B); do $(BIN)/python benchmarks/$$name.py || short=1; done; exit $$short

P ?= $(basename $(notdir $(wildcard proofs/*.py)))
proof: .venv/dev
	@short=0; for name in $(P); do LONG=$(LONG) $(BIN)/python proofs/$$name.py || short=1; done; exit $$short

messages: .venv/dev
	@$(BIN)/python tools/messages.py

pins:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra web --extra postgresql --extra build pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra web --extra postgresql --extra build --group dev pyproject.toml -o requirements-dev.txt
