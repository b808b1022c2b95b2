"""The kinds of checks: one module a kind, found by its name.

A module `checks/paired_delimiter.py` holds the kind `paired-delimiter` as a
dataclass named by its `CHECK`.
"""
