"""The desk: whom residents can ask."""
