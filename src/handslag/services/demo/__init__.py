"""Loads the demonstration through the verbs that people use."""
