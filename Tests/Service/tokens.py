"""Tries the tokens of browsers: `tokens.py make FOLDER` makes the keys of a backend, `tokens.py try FOLDER`
asks a service that knows their public halves."""

import base64
import hashlib
import hmac
import json
import os
import sys
import time

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from description import without_names
from service import Service

ISSUER = "https://school.test/"


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def raw(key):
    public = key.public_key()
    return public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def make(folder):
    """Writes a private key and the JWK Set with its public half."""
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    with open(os.path.join(folder, "private.pem"), "wb") as file:
        file.write(pem)
    jwk = {"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "kid": "backend-1", "x": encoded(raw(key))}
    with open(os.path.join(folder, "keys.json"), "w", encoding="utf-8") as file:
        json.dump({"keys": [jwk]}, file)


class Backend:
    def __init__(self, folder):
        with open(os.path.join(folder, "private.pem"), "rb") as file:
            self.key = serialization.load_pem_private_key(file.read(), None)

    def claims(self, subject, **changes):
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": os.environ["KELISIM_ISSUER"],
            "sub": subject,
            "nbf": now - 5,
            "exp": now + 600,
            **changes,
        }
        return {name: value for name, value in claims.items() if value is not None}

    def token(self, subject, header=None, key=None, **changes):
        headers = {"kid": "backend-1", **(header or {})}
        return jwt.encode(self.claims(subject, **changes), key or self.key, "EdDSA", headers)

    def forged(self, header, sign=lambda text: b""):
        """A good token but for its header and its signature."""
        parts = [json.dumps(part).encode() for part in (header, self.claims("u-8f3"))]
        text = ".".join(encoded(part) for part in parts)
        return f"{text}.{encoded(sign(text.encode()))}"

    def bad(self):
        """Tokens that are not good, by what is wrong with them."""
        now = int(time.time())
        kid = {"kid": "backend-1"}
        good = self.token("u-8f3")
        head, body, signature = good.split(".")
        secrets = {
            "raw": raw(self.key),
            "x": encoded(raw(self.key)).encode(),
            "PEM": self.key.public_key().public_bytes(
                serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
            ),
        }
        yield "alg none", self.forged({"alg": "none", **kid})
        yield "alg none, signed", self.forged({"alg": "none", **kid}, self.key.sign)
        for name, secret in secrets.items():
            yield f"HS256 with the public key ({name})", self.forged(
                {"alg": "HS256", "typ": "JWT", **kid},
                lambda text, secret=secret: hmac.new(secret, text, hashlib.sha256).digest(),
            )
        yield "alg in small letters", self.forged({"alg": "eddsa", **kid}, self.key.sign)
        yield "no alg", self.forged(kid, self.key.sign)
        yield "no kid", self.forged({"alg": "EdDSA"}, self.key.sign)
        yield "unknown kid", self.token("u-8f3", {"kid": "backend-2"})
        yield "crit", self.token("u-8f3", {"crit": ["exp"]})
        yield "crit of nothing", self.token("u-8f3", {"crit": []})
        own = {"kty": "OKP", "crv": "Ed25519", "x": encoded(raw(other := Ed25519PrivateKey.generate()))}
        yield "a key of its own", self.token("u-8f3", {"jwk": own}, key=other)
        yield "another key", self.token("u-8f3", key=other)
        yield "no signature", f"{head}.{body}."
        yield "two parts", f"{head}.{body}"
        yield "four parts", f"{good}.{signature}"
        yield "another issuer", self.token("u-8f3", iss="https://evil.test/")
        yield "another audience", self.token("u-8f3", aud="https://evil.test/")
        for name in ["iss", "aud", "sub", "nbf", "exp"]:
            yield f"no {name}", self.token("u-8f3", **{name: None})
        yield "expired", self.token("u-8f3", nbf=now - 700, exp=now - 1)
        yield "not yet valid", self.token("u-8f3", nbf=now + 120)
        yield "too long a life", self.token("u-8f3", exp=now + 7_200)
        yield "begun too long ago", self.token("u-8f3", nbf=now - 86_400)
        yield "a phone number as its subject", self.token("77011234567")
        yield "too long", self.token("u-8f3", pad="x" * 8_000)


def attempt(folder):
    backend, service = Backend(folder), Service()
    decision = service.seed()
    browser, guardian = backend.token("u-8f3"), backend.token("g-17")

    def ask(method, path, body=None, token=browser):
        return service.ask(method, path, body, key=token)

    def decided(token, subject, **fields):
        named = {"policy": "privacy", "edition": 1, "language": "kk"}
        body = {"subject": subject, "act": "accepted", "method": "click", **named, **fields}
        return ask("POST", "/v1/decisions", body, token)

    # For its subject.
    assert ask("GET", "/v1/subjects/u-8f3/standing/privacy").json()["state"] == "current"
    shown = ask("POST", "/v1/presentations", {"policy": "privacy", "language": "kk"})
    assert shown.status_code == 201, shown.text
    body = {"subject": "u-8f3", "act": "accepted", "method": "click", "presentation": shown.json()["token"]}
    answer = ask("POST", "/v1/decisions", body)
    assert answer.status_code == 201, answer.text
    own = answer.json()["id"]
    for path in [f"/v1/decisions/{own}", f"/v1/decisions/{own}/receipt", "/v1/subjects/u-8f3/decisions"]:
        assert ask("GET", path).status_code == 200, path
    record = service.ask("GET", f"/v1/decisions/{own}").json()
    assert record["recordedBy"] == "token/backend-1", record

    # As guardian, for its ward.
    actor = {"id": "g-17", "capacity": "guardian", "guardianship": "gs-2"}
    assert ask("GET", "/v1/subjects/u-9c1/standing/privacy", token=guardian).status_code == 200
    answer = decided(guardian, "u-9c1", actor=actor)
    assert answer.status_code == 201, answer.text
    # A ward does not decide alone, and nobody in the name of somebody else.
    answer = decided(backend.token("u-9c1"), "u-9c1")
    assert (answer.status_code, answer.json()["code"]) == (403, "ward-cannot-decide"), answer.text
    for token, subject, fields in [
        (guardian, "u-9c1", {}),
        (browser, "u-9c1", {"actor": actor}),
        (browser, "u-9c1", {"actor": {**actor, "id": "u-8f3"}}),
        (browser, "u-kept", {}),
        (guardian, "u-8f3", {"actor": actor}),
    ]:
        answer = decided(token, subject, **fields)
        assert answer.status_code == 403, (subject, fields, answer.text)

    # A guardianship that has ended, or not begun, lets nobody in.
    ages = {"14": "2099-05-17", "18": "2103-05-17"}
    for name, interval in [
        ("gs-past", {"from": "2026-01-01T00:00:00Z", "until": "2026-02-01T00:00:00Z"}),
        ("gs-future", {"from": "2098-01-01T00:00:00Z"}),
    ]:
        ward = f"u-{name}"
        body = {"guardian": "g-17", "ward": ward, "basis": "parent", "wardReaches": ages, **interval}
        answer = service.ask("PUT", f"/v1/guardianships/{name}", body)
        assert answer.status_code == 201, answer.text
        answer = ask("GET", f"/v1/subjects/{ward}/standing/privacy", token=guardian)
        assert answer.status_code == 403, (name, answer.text)
        answer = decided(guardian, ward, actor={**actor, "guardianship": name})
        assert answer.status_code == 403, (name, answer.text)

    # Of others it learns nothing, not even whether they are there.
    for path in ["standing/privacy", "standing", "decisions", "guardianships", "changes/privacy"]:
        answers = [ask("GET", f"/v1/subjects/{who}/{path}") for who in ("u-kept", "u-nobody")]
        assert [one.status_code for one in answers] == [403, 403], path
        assert answers[0].text == answers[1].text, path
    unknown = "019ac000-5a00-7b00-8c00-00000000dead"
    for path in ["", "/receipt", "/proof"]:
        answers = [ask("GET", f"/v1/decisions/{id}{path}") for id in (decision["id"], unknown)]
        assert [one.status_code for one in answers] == [404, 404], path
        texts = [without_names(one.text, decision["id"], unknown) for one in answers]
        assert texts[0] == texts[1], path
    # What is for backends alone stays so.
    for method, path, body in [
        ("GET", "/v1/subjects/u-8f3/export", None),
        ("GET", "/v1/subjects/u-8f3/hold", None),
        ("POST", "/v1/subjects/u-8f3/erasure", {"ground": "mine"}),
        ("POST", "/v1/standings", {"policy": "privacy", "subjects": ["u-8f3"]}),
        ("GET", "/v1/policies/privacy/report", None),
        ("GET", "/v1/guardianships/gs-2", None),
    ]:
        assert ask(method, path, body).status_code == 403, path

    for flaw, token in backend.bad():
        answer = ask("GET", "/v1/subjects/u-8f3/standing/privacy", token=token)
        assert answer.status_code == 401, (flaw, answer.status_code, answer.text)
        assert answer.json()["code"] == "unauthenticated", flaw


if __name__ == "__main__":
    {"make": make, "try": attempt}[sys.argv[1]](sys.argv[2])
