"""Texts of files → workspace and problems."""
