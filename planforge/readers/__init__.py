"""YAML to plan: the only place that knows YAML's grammar."""

from planforge.readers.plan import ReadResult, read_plan

__all__ = ["ReadResult", "read_plan"]
