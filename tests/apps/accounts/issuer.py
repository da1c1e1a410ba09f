"""A small OpenID Connect issuer on this machine: the whole code flow, with PKCE."""

import base64
import hashlib
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

CLIENT, SECRET = "jiugai", "geheim"


class Issuer(ThreadingHTTPServer):
    """Knows one person and remembers which codes and tokens it gave."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.claims = {}
        self.codes = {}
        self.asked = []

    @property
    def address(self):
        """Return where it can be reached."""
        return f"http://127.0.0.1:{self.server_port}"

    def authorise(self, location):
        """Do what its login page would do: return where the person is sent back to."""
        said = dict(parse_qsl(urlsplit(location).query))
        self.codes["one-code"] = said
        return f"{said['redirect_uri']}?" + urlencode({"code": "one-code", "state": said["state"]})


class Answers(BaseHTTPRequestHandler):
    """The addresses of the issuer."""

    def do_GET(self):
        """Tell where things are, and who holds a token."""
        if self.path == "/.well-known/openid-configuration":
            here = self.server.address
            return self._say(
                issuer=here,
                authorization_endpoint=f"{here}/authorize",
                token_endpoint=f"{here}/token",
                userinfo_endpoint=f"{here}/userinfo",
                jwks_uri=f"{here}/keys",
                token_endpoint_auth_methods_supported=["client_secret_post"],
            )
        if self.headers.get("Authorization") == "Bearer one-token":
            return self._say(**self.server.claims)
        return self.send_error(404)

    def do_POST(self):
        """Give a token for a code, to the right client with the right proof."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        said = {name: values[0] for name, values in parse_qs(body).items()}
        self.server.asked.append(said)
        begun = self.server.codes.pop(said.get("code"), None)
        hashed = hashlib.sha256(said.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(hashed).decode().rstrip("=")
        if (
            begun is None
            or begun["code_challenge"] != proof
            or (said["client_id"], said["client_secret"]) != (CLIENT, SECRET)
        ):
            return self.send_error(400)
        return self._say(access_token="one-token", token_type="Bearer", expires_in=60)

    def log_message(self, *_args):
        """Say nothing on the terminal."""

    def _say(self, **answer):
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def running():
    """Yield an issuer that runs for the length of a block."""
    server = Issuer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
