"""Whether a promise is kept: calendar, goals, counting, cells and what they add up to."""
