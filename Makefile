# make run   sets up and opens the application
# make test  sets up and runs all tests, the browser's included
# make ci    what CI runs: lint and test
# make bench the measurements of docs/performance.md; on a quiet machine
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
# Two workers, a file stays with one: a server and a browser each. `make test TESTS=tests/test_views.py` runs one file.
TESTS ?= -n 2 --dist loadfile

.PHONY: run test lint ci lock clean browser poppler bench

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed / Cần Python 3.11 trở lên"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed / Cần Python 3.11 trở lên"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "python3-venv is needed: as root, apt-get install python3-venv / Cần gói python3-venv"; exit 1; }

$(VENV)/.run: requirements.txt requirements.lock | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c requirements.lock
	@touch $@

run: $(VENV)/.run
	$(BIN)/streamlit run app.py --server.port $(PORT)

# Needs root: a Chromium from the system's packages, where none is found.
browser: $(VENV)/.dev
	@sh tools/browser.sh $(BIN)/python

# So does pdffonts, which tells whether a document carries its type.
poppler:
	@sh tools/poppler.sh

test: $(VENV)/.dev browser poppler
	$(BIN)/python -m pytest $(TESTS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy indicators

ci: lint test

bench: $(VENV)/.dev browser
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.assessment
	$(BIN)/python -m bench.exports
	$(BIN)/python -m bench.batch
	$(BIN)/python -m bench.stage

lock: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r geo/requirements.txt
	$(BIN)/python -m pip freeze --exclude-editable > requirements.lock

clean:
	rm -rf $(VENV)
