"""Bytes of files → text → plain data with places; what is wrong, as values. Nothing of the field."""
