"""A review with all that it leaves out of the old plan: what nobody names, nobody has decided."""

from msgspec.structs import replace

from planforge.model.plan import Plan
from planforge.model.review import Review
from planforge.model.review_parts import missing_parts
from planforge.rollover.parts import review_areas, review_tasks


def complete_review(review: Review, old: Plan | None) -> Review:
    """Return ``review`` with an open decision for each part of the ``old`` plan it does not name.

    Without the old plan nobody knows what is left out.
    """
    missing = missing_parts(review, old) if old else None
    if old is None or missing is None or not any(missing):
        return review
    areas = (part for part in review_areas(old) if part.area in missing.areas)
    tasks = (part for part in review_tasks(old) if part.task in missing.tasks)
    return replace(review, areas=(*review.areas, *areas), tasks=(*review.tasks, *tasks))
