"""Compile time: the human-edited tables, their checks, and the artefact made of them.

Nothing here runs in a service: ``gazetteer.store`` reads what ``dataset.compile`` writes.
"""
