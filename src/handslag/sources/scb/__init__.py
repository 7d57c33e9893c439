"""Statistics Sweden (SCB): population by age and sex."""
