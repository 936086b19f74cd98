"""Where the made ones of the spellings come from by which ``gazetteer evaluate`` measures."""
