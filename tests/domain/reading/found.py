"""What was read from a page, as plain values that a test can compare."""

from handslag.domain.reading import read


def texts(page: str) -> list[str]:
    """The words of each promise."""
    return [promise.text.value for promise in read(page).promises]


def parties(page: str) -> list[str]:
    """The parties of each promise, as "police+municipality"."""
    return ["+".join(found.party for found in promise.parties) for promise in read(page).promises]


def perspectives(page: str) -> list[str | None]:
    """The perspective of each promise."""
    return [promise.perspective.value if promise.perspective else None for promise in read(page).promises]


def validity(page: str) -> tuple[str | None, str | None, bool]:
    """From, to, and whether the page says until further notice."""
    document = read(page)
    first, last = document.valid_from, document.valid_to
    return (first and first.value, last and last.value, document.open_ended is not None)
