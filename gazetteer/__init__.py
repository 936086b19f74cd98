"""A multilingual gazetteer of the contested names of the South Caucasus."""
