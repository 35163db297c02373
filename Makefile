# Two commands do all the set-up: `make brief` and `make test` install what is missing into .venv.
PYTHON ?= $(firstword $(wildcard $(foreach v,3.11 3.12 3.13,$(addsuffix /python$(v),$(subst :, ,$(PATH))))) python3)
BIN := .venv/bin
OUT ?= out/example
STORY ?= $(firstword $(sort $(dir $(wildcard examples/*/gold.yaml))))

.PHONY: brief test check bench clean

brief: .venv/run
	$(BIN)/parley brief $(STORY) --out $(OUT)

test: .venv/dev
	$(BIN)/python -m pytest

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/dev
	$(BIN)/python -m bench speed
	$(BIN)/python -m bench brief

clean:
	rm -rf .venv out

# venv needs ensurepip, which Debian ships apart: where it is missing, virtualenv from the package index does the same.
.venv/made:
	$(PYTHON) -m venv .venv || { rm -rf .venv && $(PYTHON) -m pip install -q --target .venv-tool virtualenv \
	  && PYTHONPATH=.venv-tool $(PYTHON) -m virtualenv -q .venv && rm -rf .venv-tool; }
	touch $@

.venv/run: pyproject.toml | .venv/made
	$(BIN)/python -m pip install -q -e .
	touch $@

.venv/dev: pyproject.toml | .venv/made
	$(BIN)/python -m pip install -q -e '.[dev]'
	touch $@ .venv/run
