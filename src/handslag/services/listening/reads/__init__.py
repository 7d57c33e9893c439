"""Surveys, dialogues, voices and results, as rows."""
