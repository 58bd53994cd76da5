"""Document to file: one format a module, none of them decides what is written."""
