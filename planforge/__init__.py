"""planforge: official administrative-reform plans, from YAML to Word.

The package root holds the version and nothing else, so that importing it is free. The pieces:
``readers.read_plan`` (YAML to `model.Plan`), ``composer.compose_plan`` (plan to
`document.Document`) and one module a format under ``writers``.
"""

__version__ = "0.1.0"
