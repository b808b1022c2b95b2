from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from newslint.config.toml_lines import toml_lines

STATEMENTS = st.sampled_from(
    [
        "[{0}]",
        "{0} = 1",
        '{0} = """\n[x]\ny = 1, # no\n"""',
        "{0} = [ # first,\n  1, # ]\n  [2,\n  3],\n]",
        "{0} = {{a = 1, b.c = 2}}",
        '{0} = "a # b"',
        "# {0} = 1",
        "",
        "{0}.x = '''\n'''",
        "[[{0}]]",
    ]
)


@given(st.lists(STATEMENTS, max_size=12))
def test_each_key_stands_where_it_was_written(shapes: list[str]) -> None:
    written: dict[str, int] = {}
    lines: list[str] = []
    table = ""
    for number, shape in enumerate(shapes):
        name = f"key{number}"
        statement = shape.format(name)
        if statement.startswith("["):
            table = f"{name}."
            written[name] = len(lines) + 1
        elif statement and not statement.startswith("#"):
            written[f"{table}{name}"] = len(lines) + 1
        lines += statement.split("\n")
    source = "\n".join(lines) + "\n"
    tomllib.loads(source)
    found = toml_lines(source)
    assert {key: found.get(key) for key in written} == written


def test_line_separators_within_a_string_end_no_line() -> None:
    assert toml_lines('a = "\u2028\u0085"\r\nb = 1\r\n') == {"a": 1, "b": 2}
