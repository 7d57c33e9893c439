"""Skolverket's register of school units."""
