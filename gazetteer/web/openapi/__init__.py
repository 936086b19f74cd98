"""The description of the interface as OpenAPI 3.1, made of what the views themselves declare."""
