"""The plan put together, ready to be asked; the registry of agencies."""
