"""Django's settings, all of them; what differs between places comes from the environment."""

from pathlib import Path
from typing import Any

from csp.constants import NONCE, SELF  # noqa: F401 - NONCE is used by pages with a nonce
from django.utils.translation import gettext_lazy as _

from jiugai.site.config import SECRET, config, django_database

CONFIG = config()
ROOT = Path(__file__).parents[1]

SECRET_KEY = CONFIG.secret(SECRET)
RECORD_HASH = CONFIG.record_hash
DEBUG = False
ALLOWED_HOSTS = list(CONFIG.hosts)
ROOT_URLCONF = "jiugai.site.urls"
WSGI_APPLICATION = "jiugai.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "jiugai.apps.accounts",  # before allauth: its pages are ours
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "procrastinate.contrib.django",
    "jiugai.web",
    "jiugai.apps.audit",
    "jiugai.apps.jobs",
    "jiugai.apps.hooks",
    "jiugai.apps.people",
    "jiugai.apps.registry",
    "jiugai.apps.participation",
    "jiugai.apps.surveys",
    "jiugai.apps.demands",
    "jiugai.apps.owners",
    "jiugai.apps.projects",
    "jiugai.apps.plans",
    "jiugai.apps.conference",
]

MIDDLEWARE = [
    "jiugai.web.proxies.BehindProxies",
    "jiugai.apps.participation.residents.slot.Slot",
    "jiugai.web.at_once.AtOnce",
    "jiugai.apps.registry.api.machines.ForMachines",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "jiugai.web.middleware.SpokenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "jiugai.apps.accounts.sessions.SessionLimits",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "jiugai.apps.accounts.first.FirstThingsFirst",
    "jiugai.apps.accounts.middleware.WithinScope",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jiugai.web.context.frame",
            ],
            "builtins": ["template_partials.templatetags.partials"],
        },
    }
]
FORM_RENDERER = "jiugai.web.forms.Renderer"

DATABASES: dict[str, Any] = {}
if CONFIG.database:
    DATABASES["default"] = django_database(CONFIG.database)
if CONFIG.owner_database:
    DATABASES["owner"] = django_database(CONFIG.owner_database)

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("username", "name")}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
AUTH_PASSWORD_VALIDATORS += [{"NAME": "jiugai.apps.accounts.passwords.NotUsedBefore"}]
PASSWORD_DAYS = CONFIG.sign_in.password_days
SECOND_FACTOR = CONFIG.sign_in.second_factor
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "jiugai.apps.accounts.adapter.Adapter"
ACCOUNT_FORMS = {
    "login": "jiugai.apps.accounts.forms.SignIn",
    "reauthenticate": "jiugai.apps.accounts.forms.PasswordAgain",
    "change_password": "jiugai.apps.accounts.forms.ChangePassword",
}
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_METHODS = {"password", "mfa"}
# An office's people share an address; locking out is left to axes, by name and address, which
# counts wrong passwords only: these limits also count what failed while the database was away.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "300/m/ip,200/5m/key"}
MFA_ADAPTER = "jiugai.apps.accounts.second_factor.Adapter"
MFA_FORMS = {
    "authenticate": "jiugai.apps.accounts.forms.Code",
    "reauthenticate": "jiugai.apps.accounts.forms.CodeAgain",
    "activate_totp": "jiugai.apps.accounts.forms.ActivateApp",
    "add_webauthn": "jiugai.apps.accounts.forms.AddPasskey",
    "edit_webauthn": "jiugai.apps.accounts.forms.RenamePasskey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "旧改"
MFA_TOTP_TOLERANCE = 1
# A passkey needs HTTPS, except on this machine, where the demo runs.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = CONFIG.demo
SOCIALACCOUNT_ADAPTER = "jiugai.apps.accounts.office_sign_in.Adapter"
SOCIALACCOUNT_PROVIDERS = CONFIG.sign_in.providers()
SOCIALACCOUNT_LOGIN_ON_GET = True  # the issuer's address need not be named in the CSP
DEMO_HOUSEHOLD = "jiugai.site.demo_votes.household" if CONFIG.demo else ""
DEMO_SIGN_INS = "jiugai.site.demo.sign_ins" if CONFIG.demo else ""

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "jiugai.apps.accounts.lockout.locked_out"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# What allauth counts and remembers holds for all web processes, not for each by itself.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_kept",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

SESSION_COOKIE_AGE = CONFIG.sign_in.session_hours * 60 * 60
SESSION_IDLE_AGE = CONFIG.sign_in.idle_minutes * 60
SESSIONS_PER_PERSON = CONFIG.sign_in.sessions
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"
if CONFIG.proxies:  # TLS ends there, and nothing may travel without it
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
PROXIES = CONFIG.proxies
CSRF_FAILURE_VIEW = "jiugai.web.views.csrf_refused"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "style-src": [SELF, "'unsafe-inline'"],  # MapLibre and ECharts set styles on elements
        "worker-src": [SELF, "blob:"],
        "connect-src": [SELF],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [SELF],
    }
}

if CONFIG.tianditu:  # the national base map, only where the office has a key for it
    for _directive in ("img-src", "connect-src"):
        CONTENT_SECURITY_POLICY["DIRECTIVES"][_directive].append("https://*.tianditu.gov.cn")

# Letters go out by the worker, and only where the office names its server.
MAIL_ON = bool(CONFIG.mail.host)
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = CONFIG.mail.host
EMAIL_PORT = CONFIG.mail.port
EMAIL_HOST_USER = CONFIG.mail.user
EMAIL_HOST_PASSWORD = CONFIG.mail.password
EMAIL_USE_SSL = CONFIG.mail.security == "ssl"
EMAIL_USE_TLS = CONFIG.mail.security == "starttls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = CONFIG.mail.sender
SITE_ADDRESS = CONFIG.mail.site

HOOK_NETWORKS = CONFIG.hook_networks
HOOK_DAYS = CONFIG.hook_days
RESIDENT_CHANNEL, RESIDENT_GATEWAY, RESIDENT_GATEWAY_KEY = CONFIG.residents

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", "English")]
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = CONFIG.data / "static"
MEDIA_ROOT = CONFIG.data / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a plan with hundreds of locks has nine fields for each
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
