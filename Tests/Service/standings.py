"""Verifies signed standings offline, with the public keys alone."""

import base64
import datetime
import json
import os

import jwt

from service import Service


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def verified(token, keys, **options):
    header = jwt.get_unverified_header(token)
    assert header["alg"] == "EdDSA" and set(header) <= {"alg", "kid", "typ"}, header
    key = next(key for key in keys if key.key_id == header["kid"])
    return jwt.decode(
        token,
        key.key,
        algorithms=["EdDSA"],
        issuer=os.environ["KELISIM_ISSUER"],
        options={"require": ["iss", "sub", "iat", "exp"]},
        **options,
    )


def tampered(token):
    """Tokens that say something else, or that somebody else has signed."""
    head, body, signature = token.split(".")

    def encoded(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    def decoded(text):
        return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))

    claims = decoded(body)
    claims["standing"]["allowed"] = not claims["standing"]["allowed"]
    yield f"{head}.{encoded(claims)}.{signature}"
    claims = decoded(body)
    claims["exp"] += 86_400
    yield f"{head}.{encoded(claims)}.{signature}"
    middle = len(signature) // 2
    other = "A" if signature[middle] != "A" else "B"
    yield f"{head}.{body}.{signature[:middle]}{other}{signature[middle + 1:]}"
    yield f"{head}.{body}."
    yield f"{encoded({**decoded(head), 'alg': 'none'})}.{body}."


def main():
    service = Service()
    service.decide("u-8f3")
    service.decide("u-8f3", policy="terms")
    # Fetched once; from here on nobody is asked for a key.
    keys = jwt.PyJWKSet.from_dict(service.ask("GET", "/.well-known/jwks.json").json()).keys
    assert len({key.key_id for key in keys}) == len(keys) >= 1
    ends = {}
    for subject, policy in [("u-8f3", "privacy"), ("u-8f3", "terms"), ("u-41", "privacy")]:
        path = f"/v1/subjects/{subject}/standing/{policy}"
        answer = service.ask("GET", path, headers={"Accept": "application/jwt"})
        assert answer.status_code == 200, answer.text
        assert answer.headers["Content-Type"] == "application/jwt", answer.headers
        claims = verified(answer.text, keys)
        plain = service.ask("GET", path).json()
        standing = claims["standing"]
        told = [{**one, "at": None, "knownAt": None} for one in (standing, plain)]
        assert told[0] == told[1], told
        assert claims["sub"] == subject == standing["subject"], claims
        assert claims["iat"] == int(instant(standing["at"])), claims
        latest = instant(standing["at"]) + 86_400
        end = min(latest, instant(standing["validUntil"]) if standing["validUntil"] else latest)
        assert claims["exp"] == int(end), (claims, end)
        ends[policy] = claims["exp"] - claims["iat"]
        for forgery in tampered(answer.text):
            try:
                verified(forgery, keys)
            except (jwt.InvalidTokenError, AssertionError, StopIteration):
                continue
            raise AssertionError(f"taken for good: {forgery}")
    # The terms change in two hours, the privacy policy not within a day.
    assert ends["terms"] <= 7_200 < ends["privacy"] == 86_400, ends
    then = service.ask(
        "GET",
        "/v1/subjects/u-8f3/standing/terms?at=2099-01-01T00:00:00Z",
        headers={"Accept": "application/jwt"},
    )
    assert then.status_code == 422 and then.json()["parameter"] == "at", then.text


if __name__ == "__main__":
    main()
