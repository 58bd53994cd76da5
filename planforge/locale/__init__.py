"""Message catalogues. English is the language of the source; Vietnamese is the catalogue."""
