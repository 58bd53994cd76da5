"""Starting points for officers: commented plans of three kinds, and the files of a workspace."""

from pathlib import Path
from string import Template

from planforge.starters.agencies import Agency

_FOLDER = Path(__file__).parent


def starter_text(agency: Agency, year: int, series: str, schema: str = "") -> str:
    """Return a complete, commented plan of ``agency`` for ``year``, as YAML.

    ``series`` names the chain of plans; ``schema`` is the way from the plan to the JSON Schema,
    "" where there is none.
    """
    template = Template((_FOLDER / f"{agency.kind}.yaml").read_text(encoding="utf-8"))
    text = template.substitute(
        year=year, previous_year=year - 1, series=series, **_agency_values(agency)
    )
    return f"# yaml-language-server: $schema={schema}\n#\n{text}" if schema else text


def _agency_values(agency: Agency) -> dict[str, str]:
    return {
        "issuer": agency.name,
        "short": agency.short,
        "header": "\n".join(f"    - {line}" for line in agency.header),
        "parent": agency.parent,
        "place": agency.place,
        "symbol": agency.symbol,
        "level": agency.level,
        "locality": agency.locality,
        "superior": agency.superior,
        "head": agency.head,
        "deputy": agency.deputy,
        "party": "Thành ủy" if agency.level == "thành phố" else "Tỉnh ủy",
        "economy": _economy(agency.level),
    }


def _economy(level: str) -> str:
    """Return the commune's office for economy and finance (Nghị định số 150/2025/NĐ-CP)."""
    return "Phòng Kinh tế, Hạ tầng và Đô thị" if level == "phường" else "Phòng Kinh tế"


def workspace_text(name: str) -> str:
    """Return the text of a file that every new workspace gets."""
    return (_FOLDER / "workspace" / name).read_text(encoding="utf-8")
