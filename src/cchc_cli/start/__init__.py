"""How the program starts and how it ends: commands found, exit codes."""
