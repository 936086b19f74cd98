"""Answers on the wire: pure functions from the model to plain dicts. Imports only the model."""
