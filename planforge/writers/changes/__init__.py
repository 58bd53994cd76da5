"""A comparison to text: one form a module, all from the same words.

`arrangement` says in which order changes are listed, `summary` counts them, `wording` and `marks`
say what became of one.
"""
