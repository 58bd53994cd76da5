"""The review of a draft as a file: what is written is read, and says how to fill it in."""

from hypothesis import HealthCheck, given, settings
from strategies import records

from planforge.findings import untranslated
from planforge.model.review import Question, Review, TaskReview
from planforge.readers.review import read_review
from planforge.writers.review_yaml import write_review_yaml


@given(records(Review))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_is_read(review: Review) -> None:
    assert read_review(write_review_yaml(review, untranslated).encode()).review == review


def test_everything_to_be_filled_in_has_its_key() -> None:
    review = Review(
        follows="2021.yaml",
        tasks=(TaskReview(task="ra-soat", about="Rà soát: văn bản", into=("a", "b")),),
        questions=(Question(kind="lint", about="D105: “Quý III”"),),
    )
    text = write_review_yaml(review, untranslated)
    assert text.startswith("# The review of a draft.")
    assert text.endswith(
        """\
follows: 2021.yaml

tasks:
  - task: ra-soat
    about: "Rà soát: văn bản"
    decision: open
    into: ["a", "b"]
    by:
    reason:

questions:
  - kind: lint
    about: "D105: “Quý III”"
    answer: open
    by:
    reason:
"""
    )
