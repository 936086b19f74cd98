# make run    set everything up and serve on http://127.0.0.1:8000
# make test   set everything up and run every check
# make check  the quick part of it: types, style, data
# make bench  peers side by side, ratios printed
# make wheel  a wheel in dist/ that brings the compiled data
# make clean  remove what these have made
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
ARTEFACT := gazetteer/_artefact

.PHONY: run test check bench wheel clean

run: $(VENV)/.run-ready
	$(BIN)/gazetteer serve --port $(PORT)

test: check
	$(BIN)/ruff format --check .
	$(BIN)/gazetteer data fmt --check
	sh tests/browser/install-chromium.sh
	sh tests/browser/install-clients.sh
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.test-ready
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/gazetteer data check

bench: $(VENV)/.bench-ready
	$(BIN)/python -m benchmarks.annotate
	$(BIN)/python -m benchmarks.lookup
	$(BIN)/python -m benchmarks.corridor
	$(BIN)/python -m benchmarks.space
	$(BIN)/python -m benchmarks.tiles

# The compiled data are in the package only while the wheel is made: left there, a checkout would read them for ever.
wheel: $(VENV)/.run-ready
	rm -rf build $(ARTEFACT)
	$(BIN)/gazetteer data build -o $(ARTEFACT)/gazetteer.gpkg
	cp data/datapackage.json $(ARTEFACT)/
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps -w dist . ; \
	status=$$? ; rm -rf build $(ARTEFACT) ; exit $$status

clean:
	rm -rf $(VENV) .build build dist *.egg-info $(ARTEFACT)

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-ready: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e .
	touch $@

$(VENV)/.test-ready: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e '.[test]'
	$(INSTALL) --no-deps gdal-utils  # for its validator of GeoPackages, which needs nothing of GDAL
	touch $@ $(VENV)/.run-ready

$(VENV)/.bench-ready: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e '.[test,bench]'
	$(INSTALL) --no-deps gdal-utils
	touch $@ $(VENV)/.test-ready $(VENV)/.run-ready
