"""The database as Django has it, read by `engines/compiler.py`."""
