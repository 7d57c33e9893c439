"""Log-in: accounts come by invitation, never by signing up."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class InvitationOnlyAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    error_messages: ClassVar[dict[str, object]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The address or the password is wrong. Try again."),
        "incorrect_password": _("The password is wrong. Try again."),
    }

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """The account, which says that the password is changed and leads back to the desk."""
        return reverse("mfa_index")

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
