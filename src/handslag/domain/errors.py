"""What can go wrong, as data: a code and its parameters. The sentences stand in `handslag.sentences`."""


class HandslagError(Exception):
    """Something a person can put right.

    `code` names the sentence in `handslag.sentences`; `params` fill its gaps.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class BadInput(HandslagError):
    """What was handed in cannot be used as it is (a file, a row, a field)."""


class NotFound(HandslagError):
    """There is no such thing, or not for this person: the two are never told apart."""


class NotAllowed(HandslagError):
    """The person's role may not do this."""


class WrongState(HandslagError):
    """The thing is not in a state in which this can be done."""
