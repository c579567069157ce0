"""Texts that officers write into documents: their form, their places, and how they are read back from a document."""
