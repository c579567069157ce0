"""Forms: workbooks that agencies fill in, what is read back from them, and who has sent what.

`asked` computes what a form asks for, `book` writes the workbook, `package`, `scan` and `read` let a workbook in,
`taken` turns its cells into checked records.
"""
