"""What lies where: places, areas, borders and routes, over the store and the rooms of space."""
