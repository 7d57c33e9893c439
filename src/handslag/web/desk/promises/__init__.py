"""The desk: reading in, drafts, rounds, changes, baselines."""
