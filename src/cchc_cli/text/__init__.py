"""Bytes of files → text → plain data with places, and problems as values. Knows nothing about plans."""
