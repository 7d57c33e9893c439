"""What logging in rests on: attempts that are counted, secrets that are sealed."""
