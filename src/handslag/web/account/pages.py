"""Log-in: accounts come by invitation, never by signing up."""

from typing import ClassVar

from allauth.account import views as account
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.base import views as mfa
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from handslag.domain.listening.stuffing import network
from handslag.services.people.log_in.log_in_turns import turn
from handslag.web.sender import sender
from handslag.web.shown_again import as_get, back_to_form
from handslag.web.typed import unpacked


class InvitationOnlyAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    error_messages: ClassVar[dict[str, object]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The address or the password is wrong. Try again."),
        "incorrect_password": _("The password is wrong. Try again."),
        "enter_current_password": _("That is not your password now. Try again."),
        "incorrect_code": _("The code is wrong. Write the one that is shown now."),
        "too_many_login_attempts": _("Too many tries. Wait a while and try again."),
        "rate_limited": _("Too many tries. Wait a while and try again."),
        "account_inactive": _("Your account is closed"),
        "log_in_is_busy": _("Many are logging in right now. Wait a moment and try again."),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        return sender(request)

    def authenticate(self, request: HttpRequest, **credentials: str) -> object:
        """The user with this password, or None. A flood of attempts waits outside, and costs nobody else."""
        with turn(network(sender(request))) as has_turn:
            if not has_turn:
                raise self.validation_error("log_in_is_busy")
            return super().authenticate(request, **credentials)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """What wrong passwords are counted by: the account and the network that they come from.

        So whoever guesses waits longer and longer, and the owner gets in from anywhere else.
        """
        usual = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{usual}:{network(sender(request)).hex()}"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """The account, which says that the password is changed and leads back to the desk."""
        return reverse("mfa_index")

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


def login(request: HttpRequest) -> HttpResponse:
    """Log in. What was typed by somebody who had been logged out goes along and comes back."""
    request.kept = unpacked(request)  # type: ignore[attr-defined]
    return _with_what_was_typed(request, account.login(request))


def authenticate(request: HttpRequest) -> HttpResponse:
    """The code from an app, as `login`."""
    request.kept = unpacked(request)  # type: ignore[attr-defined]
    return _with_what_was_typed(request, mfa.authenticate(request))


def _with_what_was_typed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Instead of being sent on, whoever carries something gets the page that takes it along."""
    kept = request.kept  # type: ignore[attr-defined]
    if kept is None or response.status_code != 302:
        return response
    if request.user.is_authenticated:
        return back_to_form(request, kept)
    if response.headers["Location"].partition("?")[0] == reverse("mfa_authenticate"):
        asked: HttpResponse = mfa.authenticate(as_get(request))
        return asked
    return response
