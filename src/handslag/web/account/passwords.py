"""What a new password must be, in our words; the rules are Django's."""

from django.contrib.auth import password_validation
from django.utils.translation import gettext


class NotAboutOneself(password_validation.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return gettext("Do not use your name or your address.")


class LongEnough(password_validation.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return gettext("Write at least %(min_length)d characters.")


class NotCommon(password_validation.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return gettext("Many people use that password. Choose another.")
