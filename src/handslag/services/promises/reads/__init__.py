"""Drafts, rounds, baselines and the history of a promise, as rows."""
