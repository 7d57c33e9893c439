"""What of allauth is offered: log in and out, change the password, codes from an app. Nothing else."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path

from handslag.web.account.pages import authenticate, login

urlpatterns = [
    path("logga-in/", login, name="account_login"),
    path("logga-ut/", account.logout, name="account_logout"),
    path("avstangt/", account.account_inactive, name="account_inactive"),
    path("bekrafta/", account.reauthenticate, name="account_reauthenticate"),
    path("losenord/", account.password_change, name="account_change_password"),
    path("kod/", mfa.index, name="mfa_index"),
    path("kod/logga-in/", authenticate, name="mfa_authenticate"),
    path("kod/bekrafta/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("kod/aktivera/", totp.activate_totp, name="mfa_activate_totp"),
    path("kod/stang-av/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("kod/reserv/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("kod/reserv/nya/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
]
