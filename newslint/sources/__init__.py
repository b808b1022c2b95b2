"""Files to documents, and fixed documents back to files: one module a format.

A module names its file `SUFFIXES` and gives two functions: `read`, which yields
what a file holds, and `rewrite`, which yields the file's bytes with mended texts.
"""
