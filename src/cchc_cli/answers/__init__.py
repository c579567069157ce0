"""Answers of queries → tables and JSON, a module for each command."""
