"""Municipalities and those who work there."""
