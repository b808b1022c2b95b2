from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newslint.config import Config, ConfigError, find_config, passed_over, read_config
from newslint.config.keys import Keys
from newslint.diagnostics import Severity
from newslint.ruleset.typed import field_types


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


YAML_AND_TOML = [
    ("slect: [EMB]", 'slect = ["EMB"]', "the key “slect” is unknown. Did you mean “select”?"),
    ("extends: 5", "extends = 5", "“extends” must be text, not “5”."),
    ("extends: none.yaml", 'extends = "none.yaml"', "there is no file “"),
    ("extends: no-such-pack", 'extends = "no-such-pack"', "“no-such-pack” is neither a file nor"),
    ("select: [1]", "select = [1]", "“select.0” must be text, not “1”."),
    ("extend-select: {}", "extend-select = {}", "“extend-select” must be text, not “{}”."),
    ("ignore: true", "ignore = true", "“ignore” must be text, not “True”."),
    (
        "per-file-ignores: [EMB]",
        'per-file-ignores = ["EMB"]',
        "“per-file-ignores” must be a mapping.",
    ),
    (
        "per-file-ignores: {a.txt: 1}",
        'per-file-ignores = {"a.txt" = 1}',
        "“per-file-ignores.a.txt” must be text, not “1”.",
    ),
    ("per-source: 1", "per-source = 1", "“per-source” must be a mapping."),
    ("per-source: {x: 1}", "per-source = {x = 1}", "“per-source.x” must be a mapping of keys."),
    (
        "per-source: {x: {ignored: EMB}}",
        'per-source = {x = {ignored = "EMB"}}',
        "the key “ignored” is unknown. Did you mean “ignore”?",
    ),
    (
        "per-source: {x: {severity: {EMB: eror}}}",
        'per-source = {x = {severity = {EMB = "eror"}}}',
        "“per-source.x.severity.EMB” cannot be “eror”. Did you mean “error”?",
    ),
    (
        "severity: {EMB: fatal}",
        'severity = {EMB = "fatal"}',
        "“severity.EMB” cannot be “fatal”. Known are: error, info, warning.",
    ),
    ("fail-on: eror", 'fail-on = "eror"', "“fail-on” cannot be “eror”. Did you mean “error”?"),
    ("extend-safe-fixes: 1", "extend-safe-fixes = 1", "“extend-safe-fixes” must be text"),
    ("extend-unsafe-fixes: 1", "extend-unsafe-fixes = 1", "“extend-unsafe-fixes” must be text"),
    ("rules: [1]", "rules = [1]", "“rules.0” must be a path, not “1”."),
    (
        "house-style: gardian",
        'house-style = "gardian"',
        "“house-style” cannot be “gardian”. Did you mean “guardian”?",
    ),
    ("accept: [1]", "accept = [1]", "“accept.0” must be text, not “1”."),
    ("knowledge: 1", "knowledge = 1", "“knowledge” must be a path, not “1”."),
    ("language: [en]", 'language = ["en"]', "“language” must be text, not “['en']”."),
    (
        "fields: {txt: body}",
        'fields = {txt = "body"}',
        "the key “txt” is unknown. Did you mean “text”?",
    ),
    ("fields: {text: 1}", "fields = {text = 1}", "“fields.text” must be text, not “1”."),
    ("include: [1]", "include = [1]", "“include.0” must be text, not “1”."),
    ("exclude: 1", "exclude = 1", "“exclude” must be text, not “1”."),
    ("baseline: [a]", 'baseline = ["a"]', "“baseline” must be a path, not “['a']”."),
    ("cache-dir: 1", "cache-dir = 1", "“cache-dir” must be a path, not “1”."),
]


@pytest.mark.parametrize(("yaml", "toml", "says"), YAML_AND_TOML)
def test_a_bad_key_names_file_line_and_what_to_do(
    tmp_path: Path, yaml: str, toml: str, says: str
) -> None:
    first = written(tmp_path / "newslint.yaml", f"# one\n\n{yaml}\n")
    with pytest.raises(ConfigError) as caught:
        read_config(first)
    assert str(caught.value).startswith(f"{first}:3: {says}")
    project = '[project]\nname = "x"\ndescription = """\n[tool.newslint]\n"""\n\n[tool.newslint]\n'
    second = written(tmp_path / "pyproject.toml", f"{project}\n{toml}\n")
    with pytest.raises(ConfigError) as caught:
        read_config(second)
    assert str(caught.value).startswith(f"{second}:9: {says}")


def test_every_key_is_tested_with_a_bad_value() -> None:
    tested = {yaml.partition(":")[0] for yaml, _, _ in YAML_AND_TOML}
    assert tested >= {name.replace("_", "-") for name in field_types(Keys)}


def test_a_key_in_a_table_of_its_own_has_its_own_line(tmp_path: Path) -> None:
    path = written(
        tmp_path / "pyproject.toml",
        '[tool.newslint]\nignore = [\n  "A", # ]\n  "B",\n]\n[tool.newslint.severity]\n'
        'QUO = "error"\nEMB = "eror"\n',
    )
    with pytest.raises(ConfigError, match=r"pyproject\.toml:8: “severity\.EMB” cannot be “eror”"):
        read_config(path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- a\n", "newslint.yaml:1: the file must be a mapping of keys."),
        ("select:\n", "newslint.yaml:1: “select” is empty; give it a value or take it out."),
        ("select: [\n", "no valid YAML"),
        ("select: a\nselect: b\n", "newslint.yaml:2: the key “select” stands twice"),
        ("a: !!python/name:os.system x\n", "no valid YAML"),
    ],
)
def test_a_bad_file_says_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(written(tmp_path / "newslint.yaml", text))
    assert says in str(caught.value)


def test_a_broken_toml_is_an_error_and_not_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path / "pyproject.toml", "[tool.newslint]\nselect = [\n")
    assert find_config(tmp_path) == path
    with pytest.raises(ConfigError, match="no valid TOML"):
        read_config(path)


def test_every_key_has_its_type(tmp_path: Path) -> None:
    config = read_config(
        written(
            tmp_path / "newslint.yaml",
            "select: EMB\nseverity: {EMB: info}\nfail-on: warning\nrules: [mine]\n"
            "house-style: ap\naccept: [Zelenskky]\nfields: {text: body}\nbaseline: b.json\n"
            "cache-dir: /cache\nexclude: [a/]\nlanguage: en\n",
        )
    )
    assert config.select == ("EMB",)
    assert config.severity == {"EMB": Severity.INFO}
    assert config.fail_on is Severity.WARNING
    assert config.rules == (tmp_path / "mine",)
    assert config.context.house == "ap"
    assert config.context.accepted == frozenset({"zelenskky"})
    assert (config.fields.text, config.fields.id) == ("body", "id")
    assert config.baseline == tmp_path / "b.json"
    assert config.cache_dir == Path("/cache")
    assert (config.exclude, config.include, config.language) == (("a/",), (), "en")


def test_the_nearest_file_counts_alone(tmp_path: Path) -> None:
    written(tmp_path / "newslint.yaml", "ignore: [EMB]\n")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_config(inner) == tmp_path / "newslint.yaml"
    written(tmp_path / "a" / "pyproject.toml", '[project]\nname = "newslint-rules"\n')
    assert find_config(inner) == tmp_path / "newslint.yaml"
    near = written(tmp_path / "a" / "pyproject.toml", '[tool.newslint]\nselect = ["QUO"]\n')
    assert find_config(inner) == near
    assert read_config(near).ignore == ()


def test_the_yaml_file_wins_within_a_directory(tmp_path: Path) -> None:
    toml = written(tmp_path / "pyproject.toml", "[tool.newslint]\n")
    hidden = written(tmp_path / ".newslint.yaml", "")
    assert find_config(tmp_path) == hidden
    plain = written(tmp_path / "newslint.yaml", "")
    assert find_config(tmp_path) == plain
    assert passed_over(plain) == [hidden, toml]
    assert passed_over(toml) == []


def test_an_heir_adds_replaces_and_merges(tmp_path: Path) -> None:
    written(
        tmp_path / "shared" / "base.yaml",
        "select: [EMB]\naccept: [a]\nrules: [r]\nseverity: {QUO: info, SPC: info}\n"
        "fields: {text: body, id: url}\nfail-on: warning\n",
    )
    heir = written(
        tmp_path / "newslint.yaml",
        "extends: shared/base.yaml\nselect: [QUO]\naccept: [b]\nrules: [s]\n"
        "severity: {QUO: error}\nfields: {id: key}\n",
    )
    config = read_config(heir)
    assert config.select == ("QUO",)
    assert config.accept == ("a", "b")
    assert config.rules == (tmp_path / "shared" / "r", tmp_path / "s")
    assert config.severity == {"QUO": Severity.ERROR, "SPC": Severity.INFO}
    assert (config.fields.text, config.fields.id) == ("body", "key")
    assert config.fail_on is Severity.WARNING
    base = tmp_path / "shared" / "base.yaml"
    assert config.origin("fail-on") == f"extends {base}:6"
    assert config.origin("severity.SPC") == f"extends {base}:4"
    assert config.origin("severity.QUO") == f"{heir}:5"
    assert config.origin("accept.1") == f"{heir}:3"
    assert config.origin("language") == "default"


def test_of_several_bases_the_later_counts_more(tmp_path: Path) -> None:
    written(tmp_path / "a.yaml", "language: de\nhouse-style: ap\n")
    written(tmp_path / "pyproject.toml", '[tool.newslint]\nlanguage = "fr"\n')
    heir = written(tmp_path / "newslint.yaml", "extends: [a.yaml, pyproject.toml]\n")
    config = read_config(heir)
    assert (config.language, config.house_style) == ("fr", "ap")


def test_a_file_cannot_build_on_itself(tmp_path: Path) -> None:
    written(tmp_path / "a.yaml", "fail-on: info\nextends: b.yaml\n")
    written(tmp_path / "b.yaml", "extends: ./a.yaml\n")
    with pytest.raises(ConfigError, match=r"b\.yaml:1: “\./a\.yaml” builds on this file"):
        read_config(tmp_path / "a.yaml")


def test_a_base_that_two_share_is_no_cycle(tmp_path: Path) -> None:
    written(tmp_path / "root.yaml", "language: de\n")
    for name in ("a", "b"):
        written(tmp_path / f"{name}.yaml", "extends: root.yaml\n")
    heir = written(tmp_path / "newslint.yaml", "extends: [a.yaml, b.yaml]\n")
    assert read_config(heir).language == "de"


@pytest.mark.parametrize("entry_point", [True, False])
def test_an_installed_package_can_be_built_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, entry_point: bool
) -> None:
    site = tmp_path / "site"
    name = "house_by_point" if entry_point else "house_by_file"
    file = "strict.yaml" if entry_point else "newslint.yaml"
    written(site / name / file, "language: uk\nrules: [rules]\n")
    written(
        site / name / "__init__.py",
        "from pathlib import Path\n"
        "def strict():\n    return Path(__file__).parent / 'strict.yaml'\n",
    )
    if entry_point:
        info = site / f"{name}-1.0.dist-info"
        written(info / "METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        written(info / "entry_points.txt", f"[newslint.configs]\nour-house = {name}:strict\n")
    monkeypatch.syspath_prepend(str(site))
    wanted = "our-house" if entry_point else "house-by-file"
    heir = written(tmp_path / "newslint.yaml", f"extends: {wanted}\n")
    config = read_config(heir)
    sys.modules.pop(name, None)
    assert config.language == "uk"
    assert config.rules == (site / name / "rules",)


def test_a_package_that_fails_to_give_its_configuration_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "site" / "broken_house-1.0.dist-info"
    written(info / "METADATA", "Metadata-Version: 2.1\nName: broken-house\nVersion: 1.0\n")
    written(info / "entry_points.txt", "[newslint.configs]\nbroken = not_there:strict\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    heir = written(tmp_path / "newslint.yaml", "extends: broken\n")
    with pytest.raises(
        ConfigError, match=r"newslint\.yaml:1: the package behind “broken” .*not_there"
    ):
        read_config(heir)


@pytest.mark.parametrize("name", ["__main__", "sys", "json", "a.b", "-", ""])
def test_a_name_that_is_no_package_with_a_configuration_is_an_error(
    tmp_path: Path, name: str
) -> None:
    heir = written(tmp_path / "newslint.yaml", f'extends: "{name}"\n')
    with pytest.raises(ConfigError, match="is neither a file nor an installed package"):
        read_config(heir)


@pytest.mark.parametrize("name", ["newslint.yaml", "pyproject.toml"])
def test_a_byte_order_mark_does_no_harm(tmp_path: Path, name: str) -> None:
    table = "[tool.newslint]\nlanguage = 'de'\n" if name.endswith("toml") else "language: de\n"
    path = tmp_path / name
    path.write_text(table, encoding="utf-8-sig")
    assert find_config(tmp_path) == path
    assert read_config(path).language == "de"


def test_nothing_configured_is_the_default() -> None:
    assert Config().fail_on is Severity.ERROR
    assert Config().origin("select") == "default"
