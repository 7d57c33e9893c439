"""What pages show of municipalities and desks."""
