"""The desk: activities, registers, hours, closing."""
