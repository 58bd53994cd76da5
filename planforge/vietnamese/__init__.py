"""The Vietnamese administrative language: one grammar per module, each parse beside its print.

Nothing is imported here, so that a caller pays only for the grammars it uses. Every ``parse_…``
takes text in NFC and returns None where the text is not of its grammar; every ``format_…`` (or
``str`` of what was parsed) gives the text back.
"""
