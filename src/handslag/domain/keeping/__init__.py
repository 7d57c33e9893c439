"""What is done to keep promises, and who is reminded of what."""
