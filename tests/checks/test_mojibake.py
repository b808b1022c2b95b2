from __future__ import annotations

from itertools import pairwise

import pytest

from newslint.checks.mojibake import Mojibake
from newslint.document import Document
from newslint.text.derived import apply_edits
from newslint.text.miscoded import SUSPECT
from newslint.text.regex import compiled

LIVING = {
    "da": "Ærø er smuk, sa Søren. Å være på øya er godt. GRÅ™ og “BLÅ”.",
    "de": "„Größere Maßnahmen“, hieß es in Süßen – außen »schöne« Grüße.",
    "el": "Η κυβέρνηση ανακοίνωσε μέτρα. «Όχι», είπε ο υπουργός.",
    "es": "—¿Qué pasó, señor Ibáñez? —dijo. «El ÓRGANO y el NIÑO».",
    "fr": "« Ça coûte 50 € », a dit l’élue créée à L’Œuvre… «\u00a0Là-bas\u00a0», ÉTÉ\u00a0: 5",
    "is": "Þórður frá Sauðárkróki sagði „Æðið er liðið“ við þýðanda.",
    "lt": "Įvairūs žmonės: „Šiandien“, ŽMONIŲ™ ir ĄŽUOLŲ.",
    "pt": "NÃO É SÓ SÃO JOÃO: “À venda”, disse a irmã. AMANHÃ “SÃO”.",
    "ro": "„Ţara”, a spus, ROMÂNIA şi ÎN ȚARĂ – RĂŞINĂ.",
    "ru": "«СССР» – это США, РФ и КГБ. С\u00a0другой стороны, В\u00a0Москве 5°С.",
    "sr": "Ђорђе и Рђа, Сљеме, Гљива и ГЊЕВ, РЈЕЧ.",
    "tr": "Türkiye’nin “ÂŞIK” kâğıdı, ŞİRKET ve ÇAĞRI.",
    "uk": "Рівне, Рік, Сім’я, Гірка. «РФ» та «СІЧ», ВІЙНА й ДІЇ.",
    "vi": "“ĐÃ” là từ đầu, TIẾNG VIỆT và “NHÂ” là từ sau. Ông ấy đến.",
}


def repaired(text: str) -> str:
    matches = list(Mojibake().find(Document(text)))
    return apply_edits(text, [edit for match in matches for edit in match.edits])


@pytest.mark.parametrize(
    "encoding",
    ["cp1252", "cp1251", "mac-roman", "koi8-r", "cp866", "cp437", "cp850", "mac-cyrillic"],
)
@pytest.mark.parametrize(
    "good", ["It’s a “fine” café – naïve, £5 and 20°C.", "Zoë Öster’s Vår", "Это новый город."]
)
def test_utf8_read_as_another_encoding_is_read_back(encoding: str, good: str) -> None:
    broken = good.encode().decode(encoding, "surrogateescape")
    broken = "".join(chr(ord(c) - 0xDC00) if 0xDC80 <= ord(c) < 0xDD00 else c for c in broken)
    assert repaired(broken) == good


@pytest.mark.parametrize("language", LIVING)
def test_living_languages_are_silent(language: str) -> None:
    document = Document(LIVING[language])
    for report in ("repairable", "lost"):
        assert list(Mojibake(report=report).find(document)) == []


def test_ordinary_prose_does_not_reach_ftfy() -> None:
    for language in ("de", "el", "es", "lt", "sr", "tr"):
        assert not compiled(SUSPECT).search(LIVING[language].encode()), language


def test_a_run_of_broken_words_is_one_match() -> None:
    [match] = Mojibake().find(Document("In print: Ð”Ð¾Ð±Ñ€Ð¾Ðµ ÑƒÑ‚Ñ€Ð¾ (a greeting)."))
    assert (match.span.start, match.span.end) == (10, 31)
    assert match.edits[0].replacement == "Доброе утро"


def test_a_run_too_short_by_itself_is_broken_beside_another() -> None:
    assert repaired("LiĂ¨ge et l'HĂ´pital") == "Liège et l'Hôpital"
    assert repaired("l'HĂ´pital") == "l'HĂ´pital"


def test_a_lost_letter_is_reported_without_an_edit() -> None:
    [match] = Mojibake(report="lost").find(Document("Ð\u0083Ñ\ufffdÑ\ufffdÐºÐ¸Ð¹"))
    assert match.edits == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ã",
        "\x80",
        "Ã©" * 2000,
        "\ufffdÃ",
        "Â\n\nÃ ",
        "\ud800Ã©\udfff",
        "п∙" * 900,
        "â€™\r\nâ€™",
    ],
)
def test_hostile_text_gives_ordered_matches_and_settles(text: str) -> None:
    document = Document(text)
    matches = list(Mojibake().find(document))
    assert all(one.span.end <= two.span.start for one, two in pairwise(matches))
    once = repaired(text)
    assert repaired(once) == once
