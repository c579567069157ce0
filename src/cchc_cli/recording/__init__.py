"""What was typed, on a command line, in a cell or on a page → a record.

Nothing here prints, and no message names an option: it names a `Field`, and who asked says what that is called there.
What cannot be is a `Fault`, returned.
"""
