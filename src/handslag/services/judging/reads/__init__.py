"""Standings and what they rest on, as rows and rule values."""
