"""Made-up pages with hand labels, and the score of the reader on them."""
