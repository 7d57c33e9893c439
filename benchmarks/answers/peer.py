"""The project that runs the peer: django-survey-and-report, with the questions of the benchmark on one page.

`python peer.py prepare` makes tables and the survey; gunicorn serves `peer:application`. Runs in the peer's
own environment, on the same kind of database as ours: SQLite with a write-ahead log, flushed at each commit.
"""

import os
import sys

from django.conf import settings

settings.configure(
    SECRET_KEY="only-for-benchmarks",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["PEER_DATABASE"],
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    },
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        "bootstrapform",
        "survey",
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    STATIC_URL="/static/",
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    CHOICES_SEPARATOR=",",
    USER_DID_NOT_ANSWER="Left blank",
    EXCEL_COMPATIBLE_CSV=True,
    DEFAULT_SURVEY_PUBLISHING_DURATION=7,
    SURVEY_DEFAULT_PIE_COLOR="blue!50",
    LOGIN_URL="/",
)

from django.core.wsgi import get_wsgi_application  # noqa: E402 (settings come first)

application = get_wsgi_application()

from django.urls import include, path  # noqa: E402

urlpatterns = [path("survey/", include("survey.urls")), path("", include("django.contrib.auth.urls"))]


def prepare(questions: int) -> None:
    """Tables, and a survey of radio questions of five, then one free text; prints its id."""
    from django.core.management import call_command
    from survey.models import Question, Survey  # type: ignore[import-not-found]  # of the peer's environment

    call_command("migrate", verbosity=0)
    survey = Survey.objects.create(name="Trygghet", description="", need_logged_user=False)
    for number in range(questions):
        Question.objects.create(
            survey=survey,
            text=f"Fråga {number}?",
            order=number,
            required=False,
            type=Question.RADIO if number < questions - 1 else Question.TEXT,
            choices="ett, två, tre, fyra, fem",
        )
    print(survey.pk)


if __name__ == "__main__":
    prepare(int(sys.argv[1]))
