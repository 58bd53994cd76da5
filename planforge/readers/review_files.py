"""What is doubtful about the files around a review: the draft beside it, the plan before."""

from planforge.findings import Finding, msg
from planforge.readers import codes
from planforge.readers.places import locate
from planforge.source import Source


def without_draft(draft: str, source: Source) -> Finding:
    """Return the finding about a review, read from ``source``, whose ``draft`` is not there."""
    return locate(
        codes.NO_DRAFT.finding(
            msg("There is no draft {draft} that this review is about.", draft=draft),
            msg("Give the review the name of its draft, or delete it with the draft."),
            path=("follows",),
        ),
        source,
    )


def without_old_plan(follows: str, source: Source, *, is_there: bool) -> Finding:
    """Return the finding about a review that ``follows`` what cannot be read as a plan.

    ``is_there`` tells that there is such a file.
    """
    message = (
        msg("The plan before, `{follows}`, has errors.", follows=follows)
        if is_there
        else msg("The plan before, `{follows}`, is not there.", follows=follows)
    )
    hint = (
        msg("Mend it: until then nothing can be held against it.")
        if is_there
        else msg(
            "Correct `follows:`: it is the file of the plan before as seen from this one. Until "
            "then nothing can be held against it."
        )
    )
    return locate(codes.NO_OLD_PLAN.finding(message, hint, path=("follows",)), source)
