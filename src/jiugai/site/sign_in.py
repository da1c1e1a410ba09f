"""How people sign in here, as the environment says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from jiugai.kernel.errors import UsageError

#: Names of environment variables.
SECOND_FACTOR: Final = "JIUGAI_SECOND_FACTOR"
PASSWORD_DAYS: Final = "JIUGAI_PASSWORD_DAYS"  # noqa: S105 - the name of a setting
IDLE_MINUTES: Final = "JIUGAI_IDLE_MINUTES"
SESSION_HOURS: Final = "JIUGAI_SESSION_HOURS"
SESSIONS: Final = "JIUGAI_SESSIONS"
ISSUER: Final = "JIUGAI_OIDC_ISSUER"
CLIENT: Final = "JIUGAI_OIDC_CLIENT_ID"
CLIENT_SECRET: Final = "JIUGAI_OIDC_CLIENT_SECRET"  # noqa: S105 - the name, not the secret
ISSUER_NAME: Final = "JIUGAI_OIDC_NAME"

#: Who must have a second factor: everybody, nobody, or whoever wants one (the demo).
FACTORS: Final = ("required", "off", "optional")


@dataclass(frozen=True, slots=True)
class SignIn:
    """The policy of passwords and sessions, and the office's own sign-in where it has one."""

    second_factor: str
    password_days: int
    idle_minutes: int
    session_hours: int
    sessions: int
    issuer: str
    client: str
    client_secret: str
    issuer_name: str

    def providers(self) -> dict[str, Any]:
        """Return the office's OpenID Connect issuer as allauth wants to hear of it."""
        if not self.issuer:
            return {}
        app = {
            "provider_id": "office",
            "name": self.issuer_name,
            "client_id": self.client,
            "secret": self.client_secret,
            "settings": {"server_url": self.issuer, "oauth_pkce_enabled": True},
        }
        return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


def sign_in(environment: Mapping[str, str], *, demo: bool) -> SignIn:
    """Return the policy that an environment gives; raises UsageError on a value that is none."""
    factor = environment.get(SECOND_FACTOR) or ("optional" if demo else "required")
    if factor not in FACTORS:
        raise UsageError(f"{SECOND_FACTOR} is {factor!r}; use one of {', '.join(FACTORS)}.")
    issuer, client = environment.get(ISSUER, ""), environment.get(CLIENT, "")
    if issuer and not client:
        raise UsageError(f"{ISSUER} is set, {CLIENT} is not; name the client as well.")
    return SignIn(
        second_factor=factor,
        password_days=_number(environment, PASSWORD_DAYS, 90),
        idle_minutes=_number(environment, IDLE_MINUTES, 30),
        session_hours=_number(environment, SESSION_HOURS, 8),
        sessions=_number(environment, SESSIONS, 3),
        issuer=issuer.rstrip("/"),
        client=client,
        client_secret=environment.get(CLIENT_SECRET, ""),
        issuer_name=environment.get(ISSUER_NAME, "") or "单位统一登录",
    )


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    said = environment.get(name, "").strip()
    if not said:
        return default
    if not said.isdecimal() or int(said) < 1:
        raise UsageError(f"{name} is {said!r}; give a whole number from 1.")
    return int(said)
