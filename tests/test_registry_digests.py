"""What the program reads of a registry is what its YAML says."""

from pathlib import Path

import pytest

from planforge.registries.digests import make_digests

DIGESTS = make_digests()


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.name)
def test_digest_is_that_of_the_yaml(path: Path) -> None:
    rewrite = "run `python -m planforge.registries.digests`"
    assert path.read_bytes() == DIGESTS[path], rewrite
