"""Who existed when, and what was in force when: facts as data, each with its days and its source."""
