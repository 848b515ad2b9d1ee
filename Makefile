# Everest's workshop. `make` alone lists the words.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

.DEFAULT_GOAL := help
.PHONY: help run test bench evaluate lint format docs pins clean

help: ## list these words
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(READY) ## set everything up and open the web app
	$(BIN)/everest serve

test: $(READY_DEV) ## set everything up and run the tests
	@sh tools/browser.sh
	$(BIN)/pytest -n 2 --dist loadfile

bench: $(READY_DEV) ## measure speed and memory beside other libraries
	$(BIN)/python -m benchmarks.bench

evaluate: $(READY_DEV) ## measure how well Everest reads, matches, composes and judges
	$(BIN)/python -m benchmarks.evaluate

lint: $(READY_DEV) ## check style, types and the layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY_DEV) ## put the code into the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY_DEV) ## write the generated pages of docs/ anew
	$(BIN)/python -m tools.build_docs

pins: $(READY_DEV) ## compile the pinned requirements anew
	$(BIN)/python -m tools.pins

clean: ## remove what was set up and built
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Everest needs Python 3.11 or later.")'
	$(PYTHON) -m venv $(VENV)

$(READY): requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(READY_DEV): requirements-dev.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@ $(READY)
