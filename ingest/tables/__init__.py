"""Tables: a spreadsheet and a mapping that says what its columns mean become the same kind of reading as a document.

`mapping.parse` reads the mapping, `reading.read` a file under it.
"""
