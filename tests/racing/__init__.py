"""Two people press at the same moment: which verbs, on which rows, and what may come of it."""
