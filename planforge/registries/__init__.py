"""Who existed when, and what was in force when: facts with their days and their sources."""
