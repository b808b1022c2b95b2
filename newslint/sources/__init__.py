"""Files to documents, and fixed documents back to files: one module a format.

A module names its file `SUFFIXES` and gives one function, `read`, which yields the
containers of a file: the parts that are parsed, mended and written on their own.
"""
