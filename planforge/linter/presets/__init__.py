"""Sets of levels to choose from, as data: each names every rule, so that nothing is implied."""

from pathlib import Path

from planforge.linter.levels import Level

PRESETS = ("thong-thuong", "chat-che", "toi-thieu")
"""The usual levels; notes raised to warnings; errors alone."""


def load_preset(name: str) -> dict[str, Level]:
    """Return the level of every rule, by code, of one of `PRESETS`."""
    import tomllib  # noqa: PLC0415 - few runs choose a preset

    path = Path(__file__).parent / f"{name}.toml"
    levels: dict[str, Level] = tomllib.loads(path.read_text(encoding="utf-8"))
    return levels
