"""Everything that calls the operating system: reading, writing and locking files, running git, limiting a process."""
