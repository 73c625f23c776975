"""Phone numbers as the API writes them: ten digits of the North American plan."""

import re

EXAMPLE = "ten digits, such as 8773402033"

_TEN_DIGITS = re.compile(r"[2-9][0-9]{9}")


def parse_phone_number(text: str | int) -> str:
    """Bring a phone number, however it is typed, into ten digits.

    Takes what people paste: "(877) 340-2033", "+1 877 340 2033", 8773402033. The text of the
    ValueError completes the sentence "A phone number may be …".
    """
    typed = str(text).strip()
    if _TEN_DIGITS.fullmatch(typed):
        return typed
    if any(character.isalpha() for character in typed):
        # The library reads "1-800-FLOWERS" and extensions ("x12"): the API knows neither.
        raise ValueError(f"{EXAMPLE}: without letters or an extension")
    return _parse_formatted(typed)


def _parse_formatted(typed: str) -> str:
    # Imported where it is needed: most numbers in programs are ten plain digits already.
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, "US")
    except phonenumbers.NumberParseException:
        raise ValueError(EXAMPLE) from None
    if number.country_code != 1:
        raise ValueError(f"{EXAMPLE}: a number of the North American plan (+1)")
    if number.extension:
        raise ValueError(f"{EXAMPLE}: without letters or an extension")
    digits = str(number.national_number)
    if not _TEN_DIGITS.fullmatch(digits) or not _is_one_number(typed):
        raise ValueError(EXAMPLE)
    return digits


def _is_one_number(typed: str) -> bool:
    """Tell whether the text is the number and no more: the library drops what it takes for more."""
    digits = sum(character.isdigit() for character in typed)
    return digits in (10, 11) and not typed.startswith("-")
