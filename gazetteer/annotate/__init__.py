"""Text annotation: segments, matcher, overlaps, context, pipeline."""
