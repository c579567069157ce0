"""Find, try and fill templates."""
