"""Text annotation: overlaps, surroundings, context, persons, ranking, senses, pipeline."""
