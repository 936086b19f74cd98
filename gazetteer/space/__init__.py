"""Space: a plane in metres, an index of places, lines measured on the ellipsoid."""
