"""The parts of the Word templates, each a pure function from the standard to XML text."""
