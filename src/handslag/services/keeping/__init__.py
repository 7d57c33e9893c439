"""What was done and is planned, what it is judged by, who answers, who is reminded."""
