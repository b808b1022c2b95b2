from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from newslint.config import read_config
from newslint.config.keys import Keys
from newslint.ruleset.typed import field_types

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^### (\S+)\n.*?```yaml\n(.*?)```", PAGE, flags=re.MULTILINE | re.DOTALL)


def test_every_key_is_documented_once() -> None:
    keys = [name.replace("_", "-") for name in field_types(Keys)]
    assert sorted(key for key, _ in EXAMPLES) == sorted(keys)


@pytest.mark.parametrize(("key", "example"), EXAMPLES)
def test_every_example_can_be_used(tmp_path: Path, key: str, example: str) -> None:
    assert list(yaml.safe_load(example)) == [key]
    if key != "extends":
        path = tmp_path / "newslint.yaml"
        path.write_text(example, encoding="utf-8")
        assert read_config(path).origin(key).startswith(f"{path}:1")
