"""One command a module, found by listing the folder: options → call → print → exit code.

A module ends with "_" where its command's name is a Python builtin.
"""
