"""The product's own settings, with what would slow tests down or leave traces taken out."""

import os
import tempfile

os.environ.setdefault("HANDSLAG_DATA", tempfile.mkdtemp(prefix="handslag-tests-"))
os.environ.setdefault("HANDSLAG_SECRET_KEY", "only-for-tests")

from handslag.config.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ANSWERS_TOGETHER = 0  # what waits for others is tested in tests/services/listening/intake/test_waiting.py
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  # whitenoise warns of a folder that is not there
if str(DATABASES["default"]["ENGINE"]).endswith(".sqlite3"):  # noqa: F405
    # In memory, as Django's own engine has it by default; pytest-django adds the number of the worker.
    DATABASES["default"]["TEST"] = {"NAME": "file:handslag?mode=memory&cache=shared&worker="}  # noqa: F405
