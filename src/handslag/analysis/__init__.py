"""Arithmetic with arrays: numpy and nothing of Django."""
