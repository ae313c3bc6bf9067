# Streekwerk. Needs Python 3.11+ and nothing else; `make help` lists what you can do.
PYTHON ?= python3
UV_VERSION := 0.13.9
UV := .tools/bin/uv
RUN := .venv/bin
export UV_PYTHON := $(shell command -v $(PYTHON))
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv

.DEFAULT_GOAL := help
.PHONY: help run test test-all check bench reset

help:  ## Show what you can do here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(UV):
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target .tools uv==$(UV_VERSION)

.venv/.synced: $(UV) pyproject.toml uv.lock
	@$(UV) sync --locked --quiet --extra web --extra demo
	@touch $@

.venv/.synced-tests: .venv/.synced
	@$(UV) sync --locked --quiet --extra web --extra demo --group browser
	@touch $@

run: .venv/.synced  ## Set everything up and open the product with the demo region
	@$(RUN)/streekwerk serve --demo

test: .venv/.synced-tests  ## Set everything up and run the quick tests (on two processors)
	@$(RUN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

test-all: .venv/.synced-tests  ## Run every test, the slow known-truth simulations too
	@$(RUN)/pytest -m ""

check: .venv/.synced-tests  ## Lint, types and import contracts
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy
	@$(RUN)/lint-imports

bench: .venv/.synced  ## Measure against named peers, side by side (installs them first)
	@$(UV) sync --locked --quiet --inexact --extra web --extra demo --group bench
	@$(RUN)/python -m benchmarks peers

reset:  ## Stop the database and throw away what the demo stored
	@if [ -x $(RUN)/streekwerk ]; then $(RUN)/streekwerk database stop; fi
	@rm -rf var
