"""The thin shell around the pure rooms: command line, screen, clock, workspace on disk."""
