"""The one settings file. Every choice is a HANDSLAG_* variable with a safe default (docs/run/settings.md)."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage

from handslag.config.own_files import keep_to_ourselves

PACKAGE = Path(__file__).resolve().parent.parent


def _text(name: str, default: str) -> str:
    return os.environ.get(f"HANDSLAG_{name}", default)


def _flag(name: str) -> bool:
    return _text(name, "") == "1"


def _list(name: str, default: str) -> list[str]:
    return [part.strip() for part in _text(name, default).split(",") if part.strip()]


def _contact(written: str) -> str:
    """An address of security.txt: `mailto:`, `https://` or `tel:`; an e-mail address alone is the first."""
    contact = f"mailto:{written}" if "@" in written and ":" not in written else written
    if not contact.startswith(("mailto:", "https://", "tel:")) or not contact.isprintable() or " " in contact:
        raise ImproperlyConfigured(f"HANDSLAG_SECURITY_CONTACT: {written!r} is no address to write to.")
    return contact


DATA = Path(
    _text("DATA", "data")
).resolve()  # database, secret key, uploaded nothing: the one folder to back up
keep_to_ourselves(DATA)


def _secret_key() -> str:
    """HANDSLAG_SECRET_KEY, or a key made once and kept beside the database, readable by the owner only."""
    if key := _text("SECRET_KEY", ""):
        return key
    kept = DATA / "secret-key"
    if not kept.exists():
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    return kept.read_text().strip()


def _database(url: str) -> dict[str, object]:
    """`postgresql://user:password@host:port/name` (a socket folder as ?host=…), or SQLite when empty."""
    if not url:
        return {
            "ENGINE": "handslag.models.engines.sqlite3",
            "NAME": DATA / "handslag.sqlite3",
            # Kept open: the last to close would move the whole write-ahead log into the database each time.
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",  # a writer waits its turn instead of failing half-way
                "timeout": 10,
                # FULL: an acknowledged entry survives a power cut (house.md §6).
                # secure_delete: what is taken back is overwritten (docs/rules/answers.md).
                "init_command": "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
                "PRAGMA temp_store=MEMORY;",
            },
        }
    parts = urlsplit(url)
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "handslag.models.engines.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {},
    }


KEYS = Path(_text("KEYS", str(DATA / "keys"))).resolve()  # never backed up (docs/run/hosting.md)
WORD_KEYS = Path(_text("WORD_KEYS", str(DATA / "word-keys"))).resolve()  # the newest copy of it only
ANSWERS_TOGETHER = 20  # of one lane are stored at once, when twice as many wait (docs/rules/answers.md)
DEBUG = _flag("DEBUG")
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = _list("HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = _list("ORIGINS", "")
DATABASES = {"default": _database(_text("DATABASE_URL", ""))}

INSTALLED_APPS = [
    "handslag.models",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "handslag.web",
]
MIDDLEWARE = [
    "django.middleware.clickjacking.XFrameOptionsMiddleware",  # for browsers that do not read our CSP
    "handslag.web.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "handslag.web.survey.without_cookies.SurveyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "handslag.web.errors.ErrorMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
        },
    }
]
ROOT_URLCONF = "handslag.config.urls"
WSGI_APPLICATION = "handslag.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Language and time: Swedish first; pages under /en/ are English. Addresses decide, so that public
# pages need no cookie.
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
FILE_UPLOAD_PERMISSIONS = 0o600  # of static files too: Django would open them to others
STATICFILES_DIRS = [PACKAGE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # nothing uploaded is kept as a file
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
        "OPTIONS": {} if DEBUG else {"manifest_storage": FileSystemStorage(DATA)},  # not among what is served
    },
}

# Log-in: e-mail and password with TOTP or passkey through allauth; accounts are made by invitation only.
AUTH_USER_MODEL = "handslag.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "handslag.web.account.passwords.NotAboutOneself"},
    {"NAME": "handslag.web.account.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "handslag.web.account.passwords.NotCommon"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever invites has vouched for the address
ACCOUNT_ADAPTER = "handslag.web.account.pages.InvitationOnlyAdapter"
ACCOUNT_FORMS = {
    "login": "handslag.web.account.login_form.LoginForm",
    "change_password": "handslag.web.account.forms.NewPasswordForm",
}
ACCOUNT_RATE_LIMITS = {
    # Wrong passwords for one account from one network (web/account/pages.py), and wrong codes: who goes on
    # waits for up to five minutes, then an hour, then a day. None by network alone: a whole town hall may
    # be one.
    "login_failed": "5/5m/key,10/1h/key,20/1d/key",
    "login": "",
}
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False
CACHES = {  # allauth's limits on attempts; nothing else is kept in it
    "default": {
        "BACKEND": "handslag.services.people.log_in.attempts.Attempts",
        "LOCATION": "handslag_attempts",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # with more, some limits are forgotten early
    }
}
MFA_ADAPTER = "handslag.web.account.second_factor.SealedSecretsAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {"activate_totp": "handslag.web.account.forms.AppForm"}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk_choose"

# Cookies exist only for those who log in or send a form.
IS_HTTPS = _flag("HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_NAME = "__Host-session" if IS_HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if IS_HTTPS else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "handslag.web.account.sealed_sessions"
SESSION_COOKIE_AGE = 12 * 3600
PROXIES = int(_text("BEHIND_PROXY", "0"))  # of ours, in front: whose word is taken (web/sender.py)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31536000 if IS_HTTPS else 0
SECURE_HSTS_PRELOAD = IS_HTTPS and _text("HSTS", "") == "preload"
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD or (IS_HTTPS and _text("HSTS", "") == "subdomains")
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "handslag.web.errors.csrf_failure"

DEMO = _flag("DEMO")
IS_MAIL_PRINTED = DEMO and not _text("SMTP_HOST", "")  # never elsewhere: a log would hold links that work
EMAIL_BACKEND = f"django.core.mail.backends.{'console' if IS_MAIL_PRINTED else 'smtp'}.EmailBackend"
BASE_URL = _text("URL", "http://localhost:8000").rstrip("/")  # what addresses in mail begin with
SECURITY_CONTACTS = [_contact(part) for part in _list("SECURITY_CONTACT", "")]
EMAIL_TIMEOUT = 20  # seconds
EMAIL_HOST = _text("SMTP_HOST", "localhost")
EMAIL_PORT = int(_text("SMTP_PORT", "25"))
EMAIL_HOST_USER = _text("SMTP_USER", "")
EMAIL_HOST_PASSWORD = _text("SMTP_PASSWORD", "")
EMAIL_USE_TLS = _flag("SMTP_TLS")
DEFAULT_FROM_EMAIL = _text("MAIL_FROM", "handslag@localhost")

FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # documents/ refuses files over 10 MB with its own sentence
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE

DEMO_TODAY = _text("TODAY", "")  # a fixed day (ISO) for demonstrations and tests; empty: the real day

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "filters": {"without_address": {"()": "handslag.web.faults.WithoutAddress"}},
    "loggers": {
        # Pages not found and forms shown again would leave a line per visitor (docs/run/privacy.md), and a
        # fault of ours the address asked for, which may be a link that works.
        "django.request": {"level": "ERROR", "filters": ["without_address"]},
        # Refused forms and hosts that are not ours: a line for each, in the sender's own words.
        "django.security": {"level": "CRITICAL"},
    },
}

# What other hosts of the domain do is for whoever has it to say (HANDSLAG_HSTS). This machine alone needs no
# HTTPS; with a host of another name and without HTTPS, all of it is remarked on.
_IS_FOR_THIS_MACHINE = set(ALLOWED_HOSTS) <= {"localhost", "127.0.0.1", "[::1]"}
_WITHOUT_HTTPS = ["security.W004", "security.W008", "security.W012", "security.W016"]
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"] if IS_HTTPS else []
SILENCED_SYSTEM_CHECKS += _WITHOUT_HTTPS if _IS_FOR_THIS_MACHINE and not IS_HTTPS else []
