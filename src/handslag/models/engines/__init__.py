"""Django's own databases, with one difference: a row that cannot be read is left out and noted.

A figure edited by hand, a word of a newer version, a day that is none: without this, one such row takes down
every page that asks for it. What was left out is said on the desk, and `handslag doctor` finds it.
"""
