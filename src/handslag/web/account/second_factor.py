"""The second factor: its secrets lie sealed in the database."""

import base64
import secrets
from typing import ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext_lazy as _

from handslag.services.people.log_in.secret_box import seal, unseal


class SealedSecretsAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    error_messages: ClassVar[dict[str, object]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("The code is wrong. Write the one that is shown now."),
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; when it cannot be opened, one that no code fits: an empty one anybody could use."""
        return unseal(encrypted_text) or base64.b32encode(secrets.token_bytes(20)).decode()
