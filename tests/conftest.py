"""The example plans, built once a run: as Word files and as the PDF files LibreOffice makes."""

import os
from functools import cache
from pathlib import Path

import pytest
from document_lines import Shown, show
from example_plans import EXAMPLES, SMALL_PLAN, Built, build, build_example

from planforge.cli.pdf import convert_to_pdf, find_office
from planforge.errors import ConversionError


@cache
def _built(name: str) -> Built:
    return build_example(name) if name in EXAMPLES else build(name, SMALL_PLAN.encode())


@cache
def _shown(name: str) -> Shown:
    return show(_built(name))


@pytest.fixture(scope="session")
def examples() -> dict[str, Built]:
    """Return every example plan, built, by the name of its output."""
    return {name: _built(name) for name in EXAMPLES}


@pytest.fixture(params=EXAMPLES)
def built(request: pytest.FixtureRequest) -> Built:
    """Return one example plan, built; a test that asks for it runs once for each."""
    return _built(request.param)


@pytest.fixture
def small() -> Built:
    """Return the small plan, built."""
    return _built("small")


@pytest.fixture(params=[*EXAMPLES, "small"])
def shown(request: pytest.FixtureRequest) -> Shown:
    """Return one plan with its Word file opened: an example, or the small plan."""
    return _shown(request.param)


@pytest.fixture(scope="session")
def pdf_files(
    examples: dict[str, Built], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Return the PDF file of every example, all made in one run of LibreOffice.

    Without LibreOffice the tests are skipped, but never in continuous integration.
    """
    try:
        find_office()
    except ConversionError:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("LibreOffice is not installed: there are no printed pages to look at.")
    folder = tmp_path_factory.mktemp("pdf")
    for name, example in examples.items():
        (folder / f"{name}.docx").write_bytes(example.docx)
    convert_to_pdf([folder / f"{name}.docx" for name in examples])
    return {name: folder / f"{name}.pdf" for name in examples}
