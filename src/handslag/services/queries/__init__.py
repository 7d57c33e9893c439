"""The reads: small frozen rows that a page can print without another query."""
