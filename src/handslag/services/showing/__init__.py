"""What everybody may fetch."""
