"""The layer around the pure packages: command line, screen, clock, workspace on disk."""
