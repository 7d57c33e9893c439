"""The form for logging in, in our words."""

from allauth.account.forms import LoginForm as Usual
from django.utils.translation import gettext_lazy as _


class LoginForm(Usual):  # type: ignore[misc]  # allauth ships no types
    """Labels stand above their fields; a placeholder in them would vanish while one writes."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
