"""Days as metadata write them."""

from __future__ import annotations

from datetime import date

from newslint.text.expressions import expression

_COMPACT = expression(r"(\d{4})(\d{2})(\d{2})(?:T|$)")


def day_of(value: object) -> date | None:
    """Return the day that a date and time begins with: ISO 8601, or as in e-mail.

    >>> day_of("20221111T080000Z"), day_of("Fri, 11 Nov 2022 08:00:00 GMT"), day_of("soon")
    (datetime.date(2022, 11, 11), datetime.date(2022, 11, 11), None)
    """
    text = str(value).strip()
    if compact := _COMPACT.match(text):
        text = "-".join(compact.groups())
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - it is slow to import

    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None
