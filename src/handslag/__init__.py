"""Handslag: read, check and follow citizen promises (medborgarlöften)."""
