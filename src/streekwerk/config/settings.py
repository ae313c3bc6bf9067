"""The settings of the application: one file, steered by the environment.

docs/how-to/deploy.md lists every variable; a test compares the two.
"""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_levels

from streekwerk.config import entry, environment
from streekwerk.config.database import django_database, role_names

STATE_DIRECTORY = environment.state_directory()
DEBUG = environment.flag("STREEKWERK_DEBUG", default=False)
# The demo region shows fictitious people to choose from instead of passwords.
DEMO = environment.flag("STREEKWERK_DEMO", default=False)
# Plain http is for this machine only; anything others can reach is https.
SECURE = environment.flag("STREEKWERK_SECURE", default=not DEMO)
SECRET_KEY = environment.secret_key(STATE_DIRECTORY)
SECRET_KEY_FALLBACKS = environment.words("STREEKWERK_OLD_SECRET_KEYS", ())
ALLOWED_HOSTS = environment.words("STREEKWERK_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
CSRF_TRUSTED_ORIGINS = environment.words("STREEKWERK_ORIGINS", ())
STREEKWERK_THEME_CSS = os.environ.get("STREEKWERK_THEME_CSS", "")
STREEKWERK_THEME_CLASS = os.environ.get("STREEKWERK_THEME_CLASS", "")
STREEKWERK_SOURCE_URL = os.environ.get("STREEKWERK_SOURCE_URL", "")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "streekwerk.accounts",
    "streekwerk.bylaws",
    "streekwerk.deliveries",
    "streekwerk.learning",
    "streekwerk.partners",
    "streekwerk.people",
    "streekwerk.work",
    "streekwerk.screens.account",
    "streekwerk.screens.adviser",
    "streekwerk.screens.cards",
    "streekwerk.screens.caseworker",
    "streekwerk.screens.caseworker.options",
    "streekwerk.screens.chains",
    "streekwerk.screens.cohort",
    "streekwerk.screens.deliveries",
    "streekwerk.screens.employer",
    "streekwerk.screens.findings",
    "streekwerk.screens.home",
    "streekwerk.screens.caseworker.portal",
    "streekwerk.screens.jobseeker",
    "streekwerk.screens.partner_file",
    "streekwerk.screens.public",
    "streekwerk.screens.researcher",
    "streekwerk.screens.rights",
    "streekwerk.screens.team",
    "streekwerk.screens.design",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "streekwerk.accounts.middleware.ScopeMiddleware",
    "streekwerk.accounts.middleware.SavedLanguageMiddleware",
    "streekwerk.accounts.middleware.NothingKeptMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "streekwerk.accounts.entry.middleware.SessionLimitsMiddleware",
]

ROOT_URLCONF = "streekwerk.config.urls"
WSGI_APPLICATION = "streekwerk.config.wsgi.application"
FORM_RENDERER = "streekwerk.screens.design.forms.HouseRenderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "streekwerk.screens.design.context.house",
                "streekwerk.screens.home.context.places",
            ],
        },
    }
]

DATABASES = {"default": django_database()}
# Migrations name them; docs/how-to/deploy.md says what each may do.
DATABASE_ROLES = role_names()
# Beside the ``tasks`` module of every app.
PROCRASTINATE_IMPORT_PATHS = [
    "streekwerk.accounts.entry.tasks",
    "streekwerk.learning.card_tasks",
    "streekwerk.learning.benefit_tasks",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# Signing in (streekwerk.accounts.entry). Accounts come from invitations only.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
SECOND_FACTOR_REQUIRED = not DEMO
IDLE_MINUTES = environment.number("STREEKWERK_IDLE_MINUTES", 30, least=1, most=120)
IDLE_MINUTES_JOBSEEKER = environment.number(
    "STREEKWERK_IDLE_MINUTES_JOBSEEKER", 15, least=1, most=120
)
SESSION_HOURS = environment.number("STREEKWERK_SESSION_HOURS", 10, least=1, most=24)
INVITATION_DAYS = 7
REVIEW_DAYS = 365
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 - the name of a class
OIDC_PROVIDERS = entry.providers(secure=SECURE)
OIDC_SECOND_FACTOR = {one.code for one in OIDC_PROVIDERS if one.second_factor}
ACCOUNT_ADAPTER = "streekwerk.accounts.entry.adapters.AccountAdapter"
# The address is the name one signs in with: one look-up, one hash, whether it exists or not.
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "streekwerk.screens.account.forms.entrance.LoginForm",
    "reauthenticate": "streekwerk.screens.account.forms.entrance.ReauthenticateForm",
    "change_password": "streekwerk.screens.account.forms.password.ChangeForm",
    "set_password": "streekwerk.screens.account.forms.password.SetForm",
    "reset_password_from_key": "streekwerk.screens.account.forms.password.FromLinkForm",
}
# A whole town hall may come in from one address at nine o'clock; one account may not be guessed.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/15m/key",
    "reset_password": "30/m/ip,5/15m/key",
    "reset_password_from_key": "30/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "10/m/user",
}
MFA_ADAPTER = "streekwerk.accounts.entry.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
# Browsers allow passkeys on plain http for this machine only; the library must be told.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
MFA_TOTP_ISSUER = "Streekwerk"
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "streekwerk.screens.account.forms.entrance.CodeForm",
    "reauthenticate": "streekwerk.screens.account.forms.entrance.CodeAgainForm",
    "activate_totp": "streekwerk.screens.account.forms.second_factor.ActivateAppForm",
    "add_webauthn": "streekwerk.screens.account.forms.second_factor.AddPasskeyForm",
    "edit_webauthn": "streekwerk.screens.account.forms.second_factor.RenamePasskeyForm",
}
SOCIALACCOUNT_ADAPTER = "streekwerk.accounts.entry.adapters.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"APPS": [one.as_app() for one in OIDC_PROVIDERS]},
}
SOCIALACCOUNT_STORE_TOKENS = False
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number(
    "STREEKWERK_PROXIES", 1 if SECURE else 0, least=0, most=9
)

MAIL = entry.mail()
MAIL_SENT = MAIL.pop("MAIL")
globals().update(MAIL)
DEFAULT_FROM_EMAIL = os.environ.get("STREEKWERK_MAIL_FROM", "streekwerk@localhost")

# Counts of attempts are shared by every process, so they stand in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        # Counts must not be pushed out by making many of them.
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STREEKWERK_STATIC", STATE_DIRECTORY / "static"))

# Files up to 50 MB are taken in (streekwerk.learning.actions.preparing), forms are small.
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
# Ten years of two deliveries a month, dropped in at once by a browser without JavaScript.
DATA_UPLOAD_MAX_NUMBER_FILES = 300

# A working day; ten sessions that nobody closed must not stay open for weeks.
SESSION_ENGINE = "streekwerk.accounts.entry.sessions"
SESSION_COOKIE_AGE = SESSION_HOURS * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        # A form that leads to the identity provider is answered with a redirect there.
        "form-action": [SELF, *(one.origin for one in OIDC_PROVIDERS)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

MESSAGE_TAGS = {message_levels.ERROR: "error"}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"streekwerk": {"level": "INFO"}},
}
