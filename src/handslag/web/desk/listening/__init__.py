"""The desk: dialogues, surveys, voices, results."""
