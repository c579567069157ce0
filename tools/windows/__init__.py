"""Run the project under Windows' own CPython, by Wine on Linux: how it is used stands in `__main__`."""
