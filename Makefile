# make brief  builds the briefing of seeds/ into out/;  make test  runs everything CI runs.
# Both set up what they need in .venv.
PYTHON ?= python3
BIN := .venv/bin
SETUP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

.PHONY: brief test quick lint accept bench fuzz oldest elsewhere docs clean

brief: .venv/installed
	$(BIN)/briefing build seeds/ --out out

test: .venv/developing tools lint
	$(BIN)/python -m pytest

quick: .venv/developing
	$(BIN)/python -m pytest -m "not slow" -n auto

lint: .venv/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

accept: .venv/developing
	$(BIN)/python -m pytest --accept

# Programs of the system that slow tests drive: a renderer, validators, a browser. Tests skip where they are missing.
.PHONY: tools
tools:
	@sh tests/tools.sh

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(SETUP) $(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/developing: .venv/installed
	$(SETUP) $(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(SETUP) $(BIN)/python -m pip install --quiet --editable ".[dask,ocr]" --group dev
	@touch $@

# Coverage-guided, five minutes a target; SECONDS=n for another time.
fuzz: .venv/developing
	$(SETUP) $(BIN)/python -m pip install --quiet atheris
	$(BIN)/python -m tests.fuzz.long_run --seconds $(or $(SECONDS),300)

# The commands and the accepted briefing with the oldest dependencies that pyproject.toml allows.
oldest:
	$(PYTHON) -m venv .venv-oldest
	$(SETUP) .venv-oldest/bin/python -m pip install --quiet uv
	.venv-oldest/bin/uv pip install --quiet --python .venv-oldest --resolution lowest-direct -r pyproject.toml
	.venv-oldest/bin/uv pip install --quiet --python .venv-oldest --no-deps --editable .
	.venv-oldest/bin/uv pip install --quiet --python .venv-oldest pytest pytest-timeout hypothesis
	.venv-oldest/bin/python -m pytest tests/commands tests/golden

# The quick suite with another Python, in a root of its own: SUITE=trixie for 3.13; tests/elsewhere.sh tells of others.
elsewhere:
	sh tests/elsewhere.sh $(or $(SUITE),trixie)

docs: .venv/developing
	$(SETUP) $(BIN)/python -m pip install --quiet mkdocs
	$(BIN)/python docs/reference.py
	$(BIN)/mkdocs build --strict --quiet

# Measures everything beside its peers and writes docs/BENCHMARKS.md; SHARED names the folder of evaluation data.
# The peers stand in an environment of their own, .bench.
bench: .bench/installed
	.bench/bin/python benchmarks/report.py $(or $(SHARED),../shared) docs/BENCHMARKS.md

.bench/installed: pyproject.toml benchmarks/requirements.txt
	$(PYTHON) -m venv .bench
	$(SETUP) .bench/bin/python -m pip install --quiet --editable . --requirement benchmarks/requirements.txt
	@touch $@

clean:
	rm -rf .venv .bench .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/node/node_modules
