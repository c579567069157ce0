"""Workspace → problems. Each rule and each fix has its own file."""
