"""Languages: case forms and context words."""
