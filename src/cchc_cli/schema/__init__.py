"""JSON Schema (2020-12) of every kind of file, from the types that the reader uses, and of every JSON output."""
