"""Next year's plan from this one: what moves, what stays, and what only a person can decide."""
