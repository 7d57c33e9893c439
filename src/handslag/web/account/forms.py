"""The forms of one's own account, in our words; what they do is allauth's."""

from typing import Any

from allauth.account.forms import ChangePasswordForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["oldpassword"].label = _("Your password now")
        self.fields["password1"].label = _("The new password")
        self.fields["password1"].help_text = ""  # a list, which no line of help may hold; the page says it
        self.fields["password2"].label = _("The new password once more")

    def clean(self) -> Any:
        """The same twice; where it is not, allauth has said so in its own words."""
        cleaned = super().clean()
        if "password2" in self.errors and cleaned.get("password1") and self.data.get("password2"):
            del self.errors["password2"]
            self.add_error("password2", gettext("The two new passwords differ. Write the same twice."))
        return cleaned


class AppForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].label = _("Six digits from the app")
