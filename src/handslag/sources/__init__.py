"""Data from outside: each source has a module that reads its form."""
