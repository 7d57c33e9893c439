"""Pages on which residents answer a survey. No cookie, no JavaScript; nothing is stored before sending."""
