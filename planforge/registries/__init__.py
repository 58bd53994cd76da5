"""Who existed when and what was in force when, as data; a workspace adds its own."""
