"""The country of `pages.py`."""
