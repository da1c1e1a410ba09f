# The only entry. `make` lists what there is; README and .ci/run use nothing else.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh

# Modules are compiled once and kept, whatever this machine says: all starts come sooner.
export PYTHONDONTWRITEBYTECODE :=

PYTHON ?= python3
BIN := .venv/bin
# Slow tests (engines, large ledgers, fuzzing) run where SLOW=1, and on CI.
SLOW ?= $(if $(filter true,$(CI)),1,)
STAMP := $(if $(filter 1,$(SLOW)),.venv/.for-slow,.venv/.for-test)

# Styles and scripts are built once, and again when their sources change.
BUILT := src/jiugai/web/static/web/manifest.json
SOURCES := $(wildcard frontend/*.json frontend/*.js frontend/src/*.ts frontend/src/*.css frontend/src/*/*.ts frontend/src/*/*.css)

LOCKED := uv.lock pyproject.toml hatch_build.py tools/environment.py \
          $(wildcard src/jiugai/locale/*/LC_MESSAGES/*.po) \
          $(wildcard src/jiugai/*/locale/*/LC_MESSAGES/*.po) \
          $(wildcard src/jiugai/apps/*/locale/*/LC_MESSAGES/*.po)

help: ## List what can be done
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | \
	  while IFS='|' read -r name text; do printf '%-14s %s\n' "$$name" "$$text"; done

run: .venv/.for-run $(BUILT) ## Serve the site with the made-up district, one sign-in per role printed
	$(BIN)/jiugai serve --demo

test: $(STAMP) $(BUILT) ## Run the fast tests; SLOW=1 or CI=true runs the slow ones too
	$(if $(filter 1,$(SLOW)),$(BIN)/python -m tools.browser)
	$(BIN)/pytest -n 2 --dist worksteal -m "$(if $(filter 1,$(SLOW)),slow or not slow,not slow)" $(ARGS)

check: .venv/.for-test ## Run every gate that is not a test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	JIUGAI_DATA=.mypy_cache/site $(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/yamllint --strict .
	$(BIN)/python -m tools.templates --check
	$(BIN)/python -m tools.messages --check
	$(BIN)/python -m tools.docs --check
	$(PYTHON) tools/environment.py --check-lock

fix: .venv/.for-test ## Format, and mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m tools.templates

bench: .venv-bench/.for-bench ## Measure against the bars, in an environment of its own
	.venv-bench/bin/python benchmarks/run.py $(ARGS)

docs: .venv/.for-test ## Write the generated reference
	$(BIN)/python -m tools.docs

structure: .venv/.for-test ## Write the script that makes all tables at once, after a new migration
	$(BIN)/python -m tools.structure

shots: .venv/.for-test $(BUILT) ## Take pictures of every page for everybody who sees it; into out/shots/
	$(BIN)/python -m tools.browser
	$(BIN)/python -m tools.shots $(ARGS)

frontend: $(BUILT) ## Build the styles and scripts of the site

messages: .venv/.for-test ## Bring the translation catalogue up to date
	$(BIN)/python -m tools.messages

clean: ## Remove environments, caches and output
	rm -rf .venv .venv-bench .uv out dist build frontend/node_modules src/jiugai/web/static/web .mypy_cache .ruff_cache .pytest_cache \
	  .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "jiugai needs Python 3.11 or newer; name one: make PYTHON=python3.12 …" >&2; exit 2; }

$(BUILT): $(SOURCES) | .venv/.for-run
	$(BIN)/python -m tools.frontend

# Environments only grow, so `make run` after `make test` has nothing to do.
.venv/.for-run: $(LOCKED) | python
	$(PYTHON) tools/environment.py --no-dev --group frontend --extra site
	@touch $@

.venv/.for-test: $(LOCKED) | python
	$(PYTHON) tools/environment.py --group frontend --extra postgres --extra site
	@touch $@ .venv/.for-run

.venv/.for-slow: $(LOCKED) | python
	$(PYTHON) tools/environment.py --group frontend --extra postgres --extra site --extra spark
	@touch $@ .venv/.for-test .venv/.for-run

.venv-bench/.for-bench: $(LOCKED) | python
	$(PYTHON) tools/environment.py --into .venv-bench --no-dev --group bench --extra site
	@touch $@

.PHONY: help run test check fix bench docs frontend messages shots clean python
