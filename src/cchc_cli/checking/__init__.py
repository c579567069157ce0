"""Workspace → problems; rules and fixes, one a file."""
