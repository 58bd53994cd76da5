"""The registries as the program reads them: JSON, made of the YAML that people write.

Reading them as YAML would take longer than all rules on a small plan. After a change in a YAML
file, ``python -m planforge.registries.digests`` writes the JSON beside it anew; a test compares.
"""

from pathlib import Path
from typing import Any, get_args

import msgspec
import yaml

from planforge.registries.agencies import Agency, AgencyRegistry, Level
from planforge.registries.legal_documents import LegalDocument

_HERE = Path(__file__).parent


def make_digests() -> dict[Path, bytes]:
    """Return each JSON file with what belongs into it; raises ValidationError on a wrong entry."""
    return {
        _HERE / "agencies.json": _encode(_agencies(_read("agencies.yaml"))),
        _HERE / "legal_documents.json": _encode(
            msgspec.convert(_read("legal_documents.yaml"), list[LegalDocument])
        ),
    }


def _agencies(content: dict[str, Any]) -> AgencyRegistry:
    entries = [{**entry, "level": level} for level in get_args(Level) for entry in content[level]]
    return AgencyRegistry(
        msgspec.convert(entries, tuple[Agency, ...]),
        msgspec.convert(content["merged_provinces"], dict[str, str]),
    )


def _read(name: str) -> Any:  # noqa: ANN401 - YAML, checked by who asked for it
    return yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))


def _encode(content: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


if __name__ == "__main__":
    for path, digest in make_digests().items():
        path.write_bytes(digest)
