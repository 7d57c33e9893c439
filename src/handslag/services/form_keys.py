"""The key of a form: what is made with it is made once, however often it is sent.

A page puts a random key into its form. What is kept of it, beside what was made, leads back neither to the
key nor to anybody. A form that was changed and sent again is another form.
"""

from hashlib import sha256

from handslag.models.models import User


def once(user: User, key: str | None, *told: object) -> str | None:
    """What is kept of a form that `user` sent with `key`, saying `told`; None for one without a key."""
    if not key:
        return None
    return sha256(repr((user.pk, key, told)).encode()).hexdigest()[:32]
