"""A small OpenID Connect provider on this machine: real keys, real tokens, real requests.

It signs everybody in as ``person`` without asking; what it checks is what the relying
party must do: the registered address, the secret, PKCE, and a code that works once.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "streekwerk", "a secret of the test"


@dataclass
class IdentityProvider:
    """What the provider knows, and what it was asked.

    ``issuer_said`` and ``audience`` can be set wrong, to see that the relying party minds.
    """

    issuer: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    audience: str = CLIENT
    issuer_said: str = ""
    problems: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    key: rsa.RSAPrivateKey = field(
        default_factory=lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048)
    )

    def authorize(self, question: dict[str, str]) -> str:
        """Return where the browser goes with its code."""
        for needed in ("state", "code_challenge", "redirect_uri"):
            if not question.get(needed):
                self.problems.append(f"no {needed}")
        code = secrets.token_urlsafe(16)
        self.codes[code] = question
        answer = urlencode({"code": code, "state": question.get("state", "")})
        return f"{question['redirect_uri']}?{answer}"

    def token(self, form: dict[str, str]) -> dict[str, Any] | None:
        """Return the tokens for a code, once."""
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or form.get("client_secret") != SECRET:
            return None
        proof = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(proof).rstrip(b"=").decode() != asked["code_challenge"]:
            self.problems.append("wrong code verifier")
            return None
        now = int(time.time())
        said = {
            "iss": self.issuer_said or self.issuer,
            "aud": self.audience,
            "iat": now,
            "exp": now + 60,
            **self.person,
        }
        signed = jwt.encode(said, self.key, algorithm="RS256", headers={"kid": "1"})
        return {"access_token": "t", "token_type": "Bearer", "id_token": signed}

    def discovery(self) -> dict[str, Any]:
        """Return what the provider says of itself."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        """Return the public key."""
        public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": "1", "alg": "RS256", "use": "sig"}]}


@contextmanager
def running() -> Iterator[IdentityProvider]:
    """Answer on a port of this machine."""
    provider = IdentityProvider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            pages = {
                "/.well-known/openid-configuration": provider.discovery,
                "/keys": provider.keys,
                "/userinfo": lambda: provider.person,
            }
            if parts.path == "/authorize":
                question = {key: one[0] for key, one in parse_qs(parts.query).items()}
                self.send_response(302)
                self.send_header("Location", provider.authorize(question))
                self.end_headers()
            else:
                self._say(pages[parts.path]())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._say(provider.token({key: one[0] for key, one in parse_qs(body).items()}))

        def _say(self, what: dict[str, Any] | None) -> None:
            self.send_response(400 if what is None else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(what or {"error": "invalid_grant"}).encode())

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield provider
        server.shutdown()
        thread.join()
