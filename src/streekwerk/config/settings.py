"""The settings of the application: one file, steered by the environment.

docs/how-to/deploy.md lists every variable; a test compares the two.
"""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from streekwerk.config import environment
from streekwerk.config.database import django_database

STATE_DIRECTORY = environment.state_directory()
DEBUG = environment.flag("STREEKWERK_DEBUG", default=False)
# The demo region shows fictitious people to choose from instead of passwords.
DEMO = environment.flag("STREEKWERK_DEMO", default=False)
# Plain http is for this machine only; anything others can reach is https.
SECURE = environment.flag("STREEKWERK_SECURE", default=not DEMO)
SECRET_KEY = environment.secret_key(STATE_DIRECTORY)
ALLOWED_HOSTS = environment.words("STREEKWERK_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
CSRF_TRUSTED_ORIGINS = environment.words("STREEKWERK_ORIGINS", ())

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "streekwerk.accounts",
    "streekwerk.learning",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "streekwerk.accounts.middleware.SavedLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "streekwerk.config.urls"
WSGI_APPLICATION = "streekwerk.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": django_database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STREEKWERK_STATIC", STATE_DIRECTORY / "static"))

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {"default-src": [SELF], "object-src": [NONE], "base-uri": [NONE]}
}
