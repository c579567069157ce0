# What people type; `check` is what CI runs (.ci/run gets Python and git first, where they are missing).
PYTHON ?= python3
.PHONY: dev check test fast golden docs demo bench release windows portable bounds

dev: .venv/installed

.venv/installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	.venv/bin/pip install -q -c requirements.lock -e '.[dev]'
	@touch $@

check: dev
	.venv/bin/python .ci/check

test: dev # all of it, on all processors
	.venv/bin/pytest -n auto

fast: dev # while writing: under a minute on two processors, a tenth of the random examples
	.venv/bin/pytest -n 2 -m "not slow" --hypothesis-profile=fast

golden: dev
	.venv/bin/pytest --golden

docs: dev # what is made from the code: rules, reference, schemas for editors, Word templates
	.venv/bin/python .ci/docs.py
	.venv/bin/cchc schema -o .vscode/schemas
	.venv/bin/python -m tools.word_templates

demo: dev
	.venv/bin/cchc due --agency "Sở Tư pháp" --as-of 2026-02-01
	.venv/bin/cchc stats --by section --as-of 2026-02-01

bench: dev
	.venv/bin/python bench/start.py
	.venv/bin/python bench/scale.py
	.venv/bin/python bench/peers.py
	.venv/bin/python bench/growth.py
	.venv/bin/python bench/linked.py
	.venv/bin/python bench/mutants.py
	.venv/bin/python bench/writing.py
	.venv/bin/python bench/faults.py
	.venv/bin/python bench/fuzz.py
	.venv/bin/python bench/validate.py
	.venv/bin/python bench/mutation.py
	.venv/bin/python bench/documents.py

bounds: # the tests with the lowest and the newest versions of all dependencies, in environments of their own
	$(PYTHON) .ci/bounds lowest
	$(PYTHON) .ci/bounds newest

release: dev # checks, builds and tries both archives; says how to tag and publish, and does neither
	.venv/bin/python -m tools.release

windows: dev # the suite under Windows' own Python by Wine, on Debian: docs/decisions/windows.md
	.venv/bin/python -m tools.windows test

portable: dev # a folder for officers without Python: make portable ZIP=python-3.13.2-embed-amd64.zip SHA256=...
	.venv/bin/python -m tools.portable $(ZIP) $(SHA256)
