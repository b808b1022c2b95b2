"""Text that was decoded with the wrong encoding: where it may be, and how it should read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial

from newslint.text.expressions import expression
from newslint.text.regex import alternatives, compiled

# What bytes 80 to BF become, by the encoding they were read as: the second half of
# every broken character. Marks and letters that follow a letter in good text are left
# out where the first half is a common letter.
_TAIL = r"\x{80}-\x{9f}¡-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_ODD_TAIL = r"\x{80}-\x{9f}¡-©¬-¯±-³µ¶¸¹¼-¿€‚ƒ„†‡ˆ‰‹•˜™›"
_CYRILLIC_TAIL = r"\x{80}-\x{bf}Ђ-Џђ-џЁІЇЄҐґ€‚„…†‡‰‹‘’“”•–—™›№"
_TRIGGERS = (
    r"[\x{80}-\x{9f}]",
    rf"[ÂÃÄÅÎÏÐÑØÙ][{_TAIL}\x{{a0}}\x{{fffd}}?]|[ÄÅ][ÆØæøŖŗ]|[ÃÅ] ",
    rf"[À-ï][{_ODD_TAIL}]|[à-ð][{_TAIL}\x{{a0}}][{_TAIL}\x{{a0}}\x{{fffd}}]",
    r"[ĂĹŘŮ][¡-¿ˇ˘˙˛˝€-™ŁłŻżĽľĄąŚśŤťŹźŠšŽž]|Ä[ŤŻ]|â[€]",
    r"[¬√ƒ≈][^\x00-\x{9f}]|‚[Äâ]|[–—][^\x00-\x{ff}А-я][–—][^\x00-\x{7f}]",
    r"[–—][À-ÿ∏-√∞][–—][À-ÿ∏-√∞]",
    rf"(?:[РС][{_CYRILLIC_TAIL}]){{2}}|вЂ|[A-Za-z]Г[^\x00-\x{{7f}}]|Г[‚ѓ©§±¶«¬®°]|В[Ј«»°±§©®]",
    r"[A-Za-z]п¬|РІР|РЎР|Р [А-я]",
)


@dataclass(frozen=True, slots=True)
class _Codec:
    """An encoding that ftfy does not undo, with what proves that text was read as it."""

    name: str
    proof: str


_CODECS = (
    _Codec("koi8-r", r"[а-яА-ЯёЁ][─-╿▀-▟■∙√≈≤≥⌠⌡]"),
    _Codec("cp866", r"[┬├─┼╨╤][А-яЁё]|[╨╤][│-╿░▒▓]|тА[ЩЬЭУФШж]"),
    _Codec("cp437", r"[┬├─┼╬╧╨╤][^\x00-\x{7f}]|ΓÇ"),
    _Codec("cp850", r"[┬├─┼][^\x00-\x{7f}]|[ðÐ][│-╬░-▓]|ÔÇ"),
    _Codec("mac-cyrillic", r"вА[ЩЬЭУФШ]|√[Ѐ-џ]|(?:[–—][Ѐ-џ†-•]){2}"),
    _Codec("mac-roman", r"(?:[–—][^\x00-\x{7f}А-я“”‘’«»]){2}"),
    _Codec("gbk", r"鈥[^\x00-\x{7f}]"),
    _Codec("cp932", r"窶[^\x00-\x{7f}]"),
)
_PROOF = alternatives([codec.proof for codec in _CODECS])
_LOST = r"鈥[?\x{fffd}]|锟斤拷"
SUSPECT = alternatives([*_TRIGGERS, _PROOF, _LOST])
_IMPLAUSIBLE = expression(r"\ufffd|[^\W\d_][“”„‚‹›][^\W\d_]|[a-z][ÂÃ](?!\w)|€[™œ“”˜]")


def repaired(part: str) -> str | None:
    """Return words as they should read, or None where nothing shows that they are broken.

    Args:
        part: a few words; ftfy reads 3 to 6 MB/s, so only what a pattern suspects.

    >>> repaired("the cafÃ© in MÃ¼nster"), repaired("le café créé")
    ('the café in Münster', None)
    """
    from ftfy import fix_encoding  # noqa: PLC0415

    if lost := compiled(_LOST).search(part.encode("utf-8", "surrogatepass")):
        return part.replace(lost.group().decode(), "\ufffd")
    good = _undo_codecs(part)
    if _is_bad(good):
        good = fix_encoding(good)
    return None if good == part else good


def repaired_beside(part: str, broken: str) -> str | None:
    """Return words as they should read, given that others on their line are broken.

    Args:
        part: the words.
        broken: the broken words.
    """
    from ftfy import fix_encoding  # noqa: PLC0415

    alone, both = fix_encoding(broken), fix_encoding(f"{broken} {part}")
    good = both[len(alone) + 1 :]
    return good if both.startswith(alone) and good != part else None


def is_whole(good: str) -> bool:
    """Say whether a repair lost no letter.

    Args:
        good: the repaired words.
    """
    return not _is_bad(good) and not _IMPLAUSIBLE.search(good)


def _is_bad(text: str) -> bool:
    from ftfy.badness import is_bad  # noqa: PLC0415

    return bool(is_bad(text))


def _undo_codecs(part: str) -> str:
    for codec in _CODECS:
        if compiled(codec.proof).search(part.encode("utf-8", "surrogatepass")):
            run = _run(codec.name)
            if run.sub(partial(_undone, codec.name, short=False), part) != part:
                part = run.sub(partial(_undone, codec.name, short=True), part)
    return part


@lru_cache(maxsize=16)
def _run(codec: str) -> re.Pattern[str]:
    """Return the pattern of what can be UTF-8 read as an encoding."""
    if codec == "gbk":
        return re.compile("鈥[\u4e00-\u9fff]")
    if codec == "cp932":
        return re.compile("窶[\u4e00-\u9fff]")
    upper = bytes(range(128, 256)).decode(codec, "ignore")
    return re.compile(f"[{re.escape(upper)}]{{2,}}")


def _undone(codec: str, run: re.Match[str], *, short: bool) -> str:
    """Return what a run reads in UTF-8; two marks by themselves may be part of a drawing."""
    beside = run.string[max(0, run.start() - 1) : run.start()] + run.string[run.end() :][:1]
    if len(run[0]) < 3 and not short and not any(map(str.isalnum, beside)):
        return run[0]
    try:
        good = run[0].encode(codec).decode("utf-8")
    except UnicodeError:
        return run[0]
    return good if good.isprintable() else run[0]
