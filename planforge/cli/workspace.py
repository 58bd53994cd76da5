"""Where things lie: plans, templates and outputs of a workspace."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from planforge.errors import InputError
from planforge.findings import msg

PLANS = Path("plans")
OUTPUT = Path("output")
TEMPLATES = Path("templates")
_SUFFIXES = (".yaml", ".yml")
_PACKAGE = Path(__file__).parent.parent


def find_plans(paths: Sequence[Path]) -> list[Path]:
    """Return the plan files under ``paths`` (default ``plans/``), sorted; InputError if none."""
    found: dict[Path, None] = {}
    for path in paths or (PLANS,):
        for plan in _plans_under(path):
            found.setdefault(plan)
    if not found:
        raise InputError(
            msg("There are no plans under {paths}.", paths=", ".join(map(str, paths or (PLANS,)))),
            msg("Start one with `planforge new`, or name the folder or file that holds them."),
        )
    return list(found)


def _plans_under(path: Path) -> Iterable[Path]:
    if path.is_dir():
        return sorted(
            file
            for file in path.rglob("*")
            if file.suffix.lower() in _SUFFIXES and not _is_hidden(file.relative_to(path))
        )
    if not path.exists():
        raise InputError(
            msg("{path} does not exist.", path=str(path)),
            msg("Check the name, or run the command from the folder that holds `plans`."),
        )
    return (path,)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "_", "~")) for part in path.parts)


def output_name(plan: Path) -> str:
    """Return ``<issuer>-<year>`` for ``plans/<issuer>/<year>.yaml``."""
    folder = plan.resolve().parent.name
    return plan.stem if folder in ("", PLANS.name) else f"{folder}-{plan.stem}"


def find_template(name: str, folders: Sequence[Path]) -> Path:
    """Return the file of a template: the workspace's own wins over the built-in one."""
    for folder in (*folders, TEMPLATES, _PACKAGE / "templates", _PACKAGE.parent / "templates"):
        path = folder / f"{name}.docx"
        if path.is_file():
            return path
    raise InputError(
        msg("There is no Word template {name}.", name=f"{name}.docx"),
        msg("Built-in templates: ke-hoach, quyet-dinh; your own lie in the folder `templates`."),
    )
