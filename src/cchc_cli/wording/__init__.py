"""One word for one thing that users read."""
