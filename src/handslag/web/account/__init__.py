"""Logging in, and one's own account."""
