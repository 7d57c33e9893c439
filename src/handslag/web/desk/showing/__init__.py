"""The desk: overviews."""
