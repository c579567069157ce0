"""Words typed on a command line, in a cell or on a page → a record.

Nothing here prints, and no message names an option: it names a `Field`, and the caller decides how each field is called
(see `faults.text`). Input that cannot be recorded is returned as a `Fault`.
"""
