"""What a promise is, and how it may change."""
