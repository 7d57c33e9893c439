"""Pages for residents: no log-in, no cookie, nothing stored about who looks."""
