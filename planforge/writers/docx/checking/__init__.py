"""What can be wrong with a Word template, a kind of mistake a module."""
