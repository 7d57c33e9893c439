"""What fixes the noise on published counts: a secret of each published thing, from our secret key.

It is in no database and no backup of one, so that nobody who holds those can take the noise off what was
published, also when the answers are erased.
"""

from functools import lru_cache
from hashlib import sha256
from hmac import digest

from django.conf import settings

from handslag.domain.listening.noise import Noise
from handslag.domain.surveys import Lane


def survey_noise(survey: str, lane: Lane) -> Noise:
    """The noise of one lane of the survey with this public id. Anybody can answer by the open link."""
    return Noise(_secret("survey", survey, lane), is_open=lane is Lane.OPEN_LINK)


def check_noise(promise: str) -> Noise:
    """The noise of the residents' check of the promise with this public id. Anybody can answer."""
    return Noise(_secret("check", promise), is_open=True)


def dialogue_noise(dialogue: str) -> Noise:
    """The noise of what staff counted at the dialogue with this public id."""
    return Noise(_secret("dialogue", dialogue), is_open=False)


def _secret(*thing: str) -> bytes:
    return digest(_key(settings.SECRET_KEY), "\0".join(thing).encode(), "sha256")


@lru_cache(maxsize=8)
def _key(secret: str) -> bytes:
    return sha256(f"handslag.noise:{secret}".encode()).digest()
