"""The tables: one Django app, one file per noun, one migrations folder."""
