"""Command-line arguments → values; the suggestions when Tab is pressed."""
