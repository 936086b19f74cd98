"""Look-up: keys, candidates, ranking, pipeline; and the matcher that annotation shares."""
