"""Dialogues, surveys, voices and results. Knows nothing of promises."""
