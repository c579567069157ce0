"""Rules of what is recorded, whose findings are errors: they run only where something is recorded."""
