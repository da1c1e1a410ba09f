# The only entry. `make` lists what there is; README and .ci/run use nothing else.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh

PYTHON ?= python3
BIN := .venv/bin
# Slow tests (engines, large ledgers, fuzzing) run where SLOW=1, and on CI.
SLOW ?= $(if $(filter true,$(CI)),1,)
STAMP := $(if $(filter 1,$(SLOW)),.venv/.for-slow,.venv/.for-test)

LOCKED := uv.lock pyproject.toml hatch_build.py tools/environment.py \
          $(wildcard src/jiugai/locale/*/LC_MESSAGES/*.po)

help: ## List what can be done
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | \
	  while IFS='|' read -r name text; do printf '%-14s %s\n' "$$name" "$$text"; done

run: .venv/.for-run ## Assess and plan the shipped sample, then say where to look
	$(BIN)/jiugai demo --out out/

test: $(STAMP) ## Run the fast tests; SLOW=1 or CI=true runs the slow ones too
	$(BIN)/pytest -n 2 $(if $(filter 1,$(SLOW)),,-m "not slow") $(ARGS)

check: .venv/.for-test ## Run every gate that is not a test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/yamllint --strict .
	$(BIN)/python -m tools.messages --check
	$(BIN)/python -m tools.docs --check
	$(PYTHON) tools/environment.py --check-lock

fix: .venv/.for-test ## Format, and mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv-bench/.for-bench ## Measure against the bars, in an environment of its own
	.venv-bench/bin/python benchmarks/run.py $(ARGS)

docs: .venv/.for-test ## Write the generated reference
	$(BIN)/python -m tools.docs

messages: .venv/.for-test ## Bring the translation catalogue up to date
	$(BIN)/python -m tools.messages

clean: ## Remove environments, caches and output
	rm -rf .venv .venv-bench .uv out dist build .mypy_cache .ruff_cache .pytest_cache \
	  .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "jiugai needs Python 3.11 or newer; name one: make PYTHON=python3.12 …" >&2; exit 2; }

# Environments only grow, so `make run` after `make test` has nothing to do.
.venv/.for-run: $(LOCKED) | python
	$(PYTHON) tools/environment.py --no-dev
	@touch $@

.venv/.for-test: $(LOCKED) | python
	$(PYTHON) tools/environment.py --extra postgres
	@touch $@ .venv/.for-run

.venv/.for-slow: $(LOCKED) | python
	$(PYTHON) tools/environment.py --extra postgres --extra spark
	@touch $@ .venv/.for-test .venv/.for-run

.venv-bench/.for-bench: $(LOCKED) | python
	$(PYTHON) tools/environment.py --into .venv-bench --no-dev --group bench --extra site
	@touch $@

.PHONY: help run test check fix bench docs messages clean python
