"""Activities, registers, hours and duties, as rows."""
