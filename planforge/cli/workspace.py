"""Where things lie: plans, templates and outputs of a workspace."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from planforge.cli.system_errors import reason_of
from planforge.errors import InputError
from planforge.findings import Message, msg

PLANS = Path("plans")
OUTPUT = Path("output")
TEMPLATES = Path("templates")
_SUFFIXES = (".yaml", ".yml")
_REVIEW = ".review"
_HIDDEN = (".", "_", "~")
_PACKAGE = Path(__file__).parent.parent


def find_plans(paths: Sequence[Path]) -> list[Path]:
    """Return the plan files under ``paths`` (default ``plans/``), sorted; InputError if none.

    The review of a draft is among them only where it is named without its plan.
    """
    found = _found(paths, _plans_under)
    for name in [name for name, path in found.items() if is_review(path)]:
        if str(reviewed_plan(Path(name))) in found:
            del found[name]
    if not found:
        raise InputError(
            msg("There are no plans under {paths}.", paths=", ".join(map(str, paths or (PLANS,)))),
            msg("Start one with `planforge new`, or name the folder or file that holds them."),
        )
    return list(found.values())


def _found(paths: Sequence[Path], under: Callable[[Path], Iterable[Path]]) -> dict[str, Path]:
    """Return the files that stand ``under`` each path, each once, by their full names."""
    found: dict[str, Path] = {}
    for path in paths or (PLANS,):
        for meant in _paths_meant(path):
            for file in under(meant):
                found.setdefault(os.path.abspath(file), file)  # noqa: PTH100 - as in output_name
    return found


def find_reviews(paths: Sequence[Path]) -> list[Path]:
    """Return the reviews under ``paths`` (default ``plans/``), or those of the plans named.

    Raises InputError where there is none.
    """
    found = _found(paths, _reviews_under)
    if not found:
        raise InputError(
            msg(
                "There is no review of a draft under {paths}.",
                paths=", ".join(map(str, paths or (PLANS,))),
            ),
            msg("`planforge rollover` writes one beside the draft it makes."),
        )
    return list(found.values())


def _reviews_under(path: Path) -> Iterable[Path]:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for names that are too long
        return sorted(file for file in _walk(path) if is_review(file))
    if is_review(path):
        return _plans_under(path)
    return [review for plan in _plans_under(path) if os.path.lexists(review := review_path(plan))]


def find_stray_reviews(paths: Sequence[Path]) -> list[Path]:
    """Return the reviews in the folders among ``paths`` that have no draft beside them."""
    return list(_found(paths, _strays_under).values())


def _strays_under(path: Path) -> Iterable[Path]:
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for names that are too long
        return ()
    return [file for file in _reviews_under(path) if not os.path.lexists(reviewed_plan(file))]


def review_path(plan: Path) -> Path:
    """Return where the review of a draft lies: ``2022.review.yaml`` beside ``2022.yaml``."""
    return plan.with_name(f"{plan.stem}{_REVIEW}{plan.suffix}")


def is_review(path: Path) -> bool:
    """Whether a file is the review of a draft, by its name."""
    return path.stem.lower().endswith(_REVIEW) and path.suffix.lower() in _SUFFIXES


def reviewed_plan(review: Path) -> Path:
    """Return the plan that a review file is about: the one beside it."""
    return review.with_name(review.stem[: -len(_REVIEW)] + review.suffix)


def followed_file(path: Path, follows: str) -> Path:
    """Return the file that ``follows`` names, as seen from the plan or review at ``path``."""
    return Path(os.path.normpath(path.parent / follows.replace("\\", "/")))


def _paths_meant(path: Path) -> Iterable[Path]:
    """Return what a path means that is written as on Windows: backslashes, ``*`` unresolved."""
    if os.path.lexists(path):
        return (path,)
    from glob import glob  # noqa: PLC0415 - few paths need it

    return tuple(map(Path, sorted(glob(str(path).replace("\\", "/"))))) or (path,)  # noqa: PTH207


def _plans_under(path: Path) -> Iterable[Path]:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for names that are too long
        return sorted(file for file in _walk(path) if not is_review(file))
    if not os.path.lexists(path):
        raise InputError(msg("{path} does not exist.", path=str(path)), _remedy(path))
    return (path,)


def _remedy(path: Path) -> Message:
    """Return what to do about a path that is not there: mostly it is misspelt."""
    from planforge.readers.suggestions import closest  # noqa: PLC0415 - only mistakes need it

    beside = os.listdir(path.parent) if os.path.isdir(path.parent) else []  # noqa: PTH112, PTH208
    best = closest(path.name, beside)
    if best:
        return msg("Did you mean `{best}`?", best=str(path.with_name(best)))
    return msg("Check the name, or run the command from the folder that holds `plans`.")


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the plans and reviews in ``folder`` and the folders in it, but for hidden ones."""
    for place, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        for name in names:
            file = Path(place, name)
            if file.suffix.lower() in _SUFFIXES and not name.startswith(_HIDDEN):
                yield file


def _refuse(error: OSError) -> None:
    raise InputError(
        msg(
            "The folder {path} cannot be read: {reason}.",
            path=str(error.filename),
            reason=reason_of(error),
        ),
        msg("Check its permissions."),
    )


def output_name(plan: Path) -> str:
    """Return ``<issuer>-<year>`` for ``plans/<issuer>/<year>.yaml``."""
    folder = Path(os.path.abspath(plan)).parent.name  # noqa: PTH100 - resolve fails on bad links
    return plan.stem if folder in ("", PLANS.name) else f"{folder}-{plan.stem}"


def find_template(name: str, folders: Sequence[Path]) -> Path:
    """Return the file of a template: the workspace's own wins over the built-in one."""
    if Path(name).name == name:
        for folder in (*folders, TEMPLATES, _PACKAGE / "templates", _PACKAGE.parent / "templates"):
            path = folder / f"{name}.docx"
            if os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises for names too long
                return path
    raise InputError(
        msg("There is no Word template {name}.", name=f"{name}.docx"),
        msg(
            "Built-in templates: ke-hoach, quyet-dinh, bang-so-sanh; "
            "your own lie in the folder `templates`."
        ),
    )
