"""The formats of plan and review as JSON Schema, for completion and hover texts in editors."""

from typing import Any

import msgspec

from planforge.findings import Translate, untranslated
from planforge.model.fields import Record
from planforge.model.plan import Plan
from planforge.model.shapes import Field, Shape, fields_of

_TEXT = {"type": ["string", "number"]}
_TEXT_OR_NOTHING = {"type": ["string", "number", "null"]}
_DAY = r"^(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})$"
_SIMPLE: dict[str, dict[str, Any]] = {
    "text": _TEXT,
    "prose": _TEXT,
    "flag": {"type": "boolean"},
    "date": {"type": ["string", "null"], "pattern": _DAY},
    "lines": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    "cell": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    "period": {
        "anyOf": [
            {"type": "integer", "minimum": 1945, "maximum": 9999},
            {"type": "string", "pattern": r"^\d{4}(\s*[-–]\s*\d{4})?$"},
            {
                "type": "object",
                "properties": {"from": {"type": "string"}, "to": {"type": "string"}},
                "required": ["from", "to"],
                "additionalProperties": False,
            },
        ]
    },
}


def write_json_schema(translate: Translate = untranslated, record: type[Record] = Plan) -> str:
    """Return the JSON Schema (draft 2020-12) of a plan file, its texts in the given language.

    ``record`` is what the file holds, where it is no plan.
    """
    writer = _Writer(translate)
    root = writer.reference(record)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "planforge",
        **root,
        "$defs": writer.definitions,
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"


class _Writer:
    """Collects the definition of every record that is referred to, each once."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        self.definitions: dict[str, Any] = {}

    def reference(self, record: type[Record]) -> dict[str, Any]:
        name = record.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._definition(record)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, record: type[Record]) -> dict[str, Any]:
        fields = fields_of(record)
        properties = {field.name: self._property(field) for field in fields}
        mapping: dict[str, Any] = {
            "type": "object",
            "properties": properties,
            "required": [field.name for field in fields if field.required],
            "additionalProperties": False,
        }
        return {"anyOf": [_TEXT, mapping]} if record.shorthand else mapping

    def _property(self, field: Field) -> dict[str, Any]:
        value = self._value(field.shape)
        if field.shape.kind == "text" and not field.required:
            value = _TEXT_OR_NOTHING
        described = {"description": self._translate(field.key.doc), **value}
        if field.key.example:
            described["examples"] = [field.key.example]
        return described

    def _value(self, shape: Shape) -> dict[str, Any]:
        if shape.record is not None:
            return self.reference(shape.record)
        if shape.kind == "choice":
            return {"enum": list(shape.choices)}
        if shape.item is None:
            return dict(_SIMPLE[shape.kind])
        item = self._value(shape.item)
        if shape.kind == "table":
            return {"type": "object", "additionalProperties": item}
        return {"type": "array", "items": item}
