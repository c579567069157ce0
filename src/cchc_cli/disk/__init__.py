"""All that touches the system: files read, written and locked; git; the bounds of a process."""
