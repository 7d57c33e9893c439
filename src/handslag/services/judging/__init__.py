"""How promises stand, and what the parties say of them themselves."""
