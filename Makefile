# make run: see the sample graph.  make test: everything that CI checks.  Both set up what they need.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3.11
BIN := .venv/bin
LIBRARY ?= library
PORT ?= 8501
WORKERS ?= 3
export POLICY_GRAPH_LIBRARY ?= $(LIBRARY)
# Where this is set, each of the many processes that tests start compiles every module anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## list the commands
	@grep -hE '^[a-z]+: .*##' Makefile | sed -E 's/:.*## /\t/' | sort | expand -t 10

.PHONY: venv
venv: .make/venv ## the environment in .venv, pinned and checked by hash

# The installed project knows the packages that were there when it was installed, so a new one installs it again.
.make/venv: requirements.txt pyproject.toml $(wildcard */__init__.py)
	@bash tools/venv.sh $(PYTHON) requirements.txt
	@touch $@

.make/dev: .make/venv requirements-dev.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.make/tools: tools/system.sh
	@bash tools/system.sh
	@mkdir -p .make && touch $@

.PHONY: sample
sample: .make/venv ## read the sample documents and the reference tables into ./library, if it is not there
	@[ -e "$(POLICY_GRAPH_LIBRARY)/library.sqlite" ] || { $(BIN)/policy-graph reference load && $(BIN)/policy-graph ingest ingest/samples; }
	@[ -n "$${POLICY_GRAPH_STORE:-}" ] || [ -e "$(POLICY_GRAPH_LIBRARY)/graph.kgl" ] || $(BIN)/policy-graph build

.PHONY: run
run: sample ## open the app on the sample documents (PORT=8501, HEADLESS=1 for no browser)
	@echo "http://localhost:$(PORT)"
	@$(BIN)/policy-graph app --port $(PORT) $(if $(HEADLESS),--headless)

.PHONY: lint
lint: .make/dev ## style, types, directions of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

.PHONY: jars
jars: .make/tools .make/dev # Neo4j's, through Maven
	@$(BIN)/python -m tests.neo4j.server --prefetch

# pytest runs last and nothing is printed after its summary. Browser and server tests mostly wait for one another, so
# there is one worker more than two cores have. Files (see tests/conftest.py) are taken in their order, servers and
# browsers first, so that no long file is left for the end.
.PHONY: test
test: .make/tools .make/dev ## install what tests need, then lint and all tests
	@$(MAKE) --no-print-directory -j2 lint jars
	$(BIN)/python -m pytest -n $(WORKERS) --no-loadscope-reorder

.PHONY: bench
bench: .make/dev ## measure speed, beside taggers that are installed for this only (SIZE="20000 100000" SERVER=--neo4j)
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r benchmarks/requirements.txt
	@for file in benchmarks/*.py; do $(BIN)/python "$$file" $(SIZE) $(SERVER); done

.PHONY: damage
damage: .make/dev ## read 5,000 damaged documents and 500 long rows: each must end in a reading or a clear error
	$(BIN)/python -m tests.ingest.damage 5000

.PHONY: docs
docs: .make/venv ## write ARCHITECTURE.md, docs/ontology.md and docs/questions/ anew
	$(BIN)/python -m tools.docs
	$(BIN)/python -m tools.questions

.PHONY: quality
quality: .make/venv ## score the shared gold and write docs/quality.md anew
	$(BIN)/python -m tools.quality

.PHONY: lock
lock: .make/dev ## pin the requirements anew, with hashes
	@bash tools/lock.sh $(BIN)

.PHONY: clean
clean: ## drop the environment, caches and the sample library
	rm -rf .venv .make .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info library
