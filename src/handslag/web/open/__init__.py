"""Data for everyone: files and figures that people and programs fetch. No log-in, no cookie."""
