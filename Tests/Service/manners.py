"""Asks for what a call does not have, and looks whether it says so as HTTP does."""

import uuid

from description import calls
from service import JSON, PROBLEM, Service
from wire import Wire

METHODS = {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"}


def refused(answer, status, code, **members):
    assert answer.status_code == status, (answer.status_code, answer.text)
    assert answer.headers["Content-Type"] == PROBLEM, answer.headers
    problem = answer.json()
    assert problem["code"] == code and problem["status"] == status, problem
    for name, value in members.items():
        assert problem.get(name) == value, (name, problem)


def methods(service, document):
    by_path = {}
    for call in calls(document):
        by_path.setdefault(call.path, []).append(call)
    for path, known in by_path.items():
        allowed = {call.method for call in known} | ({"HEAD"} if known[0].method == "GET" else set())
        for method in METHODS - allowed:
            answer = service.ask(method, known[0].example()[0])
            assert answer.status_code == 405, (method, path, answer.status_code)
            assert set(answer.headers["Allow"].split(", ")) == allowed, (path, answer.headers)
        for call in known:
            if call.method != "GET":
                continue
            address, headers = call.example()
            full, head = (service.ask(method, address, headers=headers) for method in ("GET", "HEAD"))
            assert head.content == b"" and head.status_code == full.status_code, address
            same = set(full.headers) - {"Date"}
            assert same == set(head.headers) - {"Date"}, (address, full.headers, head.headers)


def media(service):
    text, standing = "/v1/policies/privacy/text", "/v1/subjects/u-8f3/standing/privacy"
    for path, good in [(text, "text/markdown"), (text, "text/html"), (standing, "application/jwt")]:
        answer = service.ask("GET", path, headers={"Accept": f"image/png, {good};q=0.1"})
        assert answer.headers["Content-Type"].startswith(good), answer.headers
        refused(service.ask("GET", path, headers={"Accept": "image/png"}), 406, "not-acceptable")
    tag = service.ask("GET", text).headers["ETag"]
    for known in [tag, f'"x", W/{tag}', "*"]:
        answer = service.ask("GET", text, headers={"If-None-Match": known})
        assert answer.status_code == 304 and answer.content == b"", known
        assert answer.headers["ETag"] == tag, answer.headers
    for type in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]:
        headers = {"Content-Type": type}
        refused(service.ask("POST", "/v1/standings", {}, headers=headers), 415, "media-type")


def fields(service):
    refused(service.ask("GET", "/v1/policies?page=2"), 422, "invalid", parameter="page")
    refused(service.ask("GET", "/v1/policies?at=%FF"), 400, "malformed")
    standings = {"policy": "privacy", "subjects": ["u-1", "870101300123"]}
    answer = service.ask("POST", "/v1/standings", standings)
    refused(answer, 422, "subject-not-opaque", pointer="/subjects/1")
    answer = service.ask("GET", "/v1/policies/nothing/report")
    refused(answer, 404, "unknown-policy", pointer=None)
    good = {"subject": "u-1", "act": "accepted", "method": "click", "policy": "privacy", "language": "kk"}
    named = {**good, "edition": 1}
    for bad, status, code, field in [
        ({**good, "edition": 99}, 404, "unknown-edition", "/edition"),
        ({**named, "method": "signature"}, 422, "evidence-missing", "/evidence"),
        ({**named, "method": "sms"}, 422, "invalid", "/method"),
        ({**named, "policy": "api"}, 404, "unknown-policy", "/policy"),
        ({**named, "colour": "red"}, 422, "invalid", "/colour"),
        ({**named, "context": {"screen": "x" * 257}}, 422, "invalid", "/context/screen"),
        ({**named, "presentation": "x"}, 422, "invalid", "/policy"),
    ]:
        refused(service.ask("POST", "/v1/decisions", bad), status, code, pointer=field)
        batch = {"decisions": [named, bad]}
        refused(service.ask("POST", "/v1/decisions", batch), status, code, pointer=f"/decisions/1{field}")
    # Characters are counted, not bytes.
    service.decide("u-1", context={"screen": "ә" * 256})
    for key in ["", "a b", "é", "x" * 129]:
        answer = Wire().ask(
            "POST",
            "/v1/decisions",
            [("Authorization", f"Bearer {service.key}"), ("Idempotency-Key", key), ("Content-Type", JSON)],
            b"{}",
        )
        assert answer[0] == 400 and b"idempotency-key-missing" in answer[2], (key, answer)


def tunnels():
    """Behind a request for another protocol nothing would be read, so the connection ends."""
    upgrade = [("Connection", "Upgrade"), ("Upgrade", "h2c")]
    for method, more, status in [("CONNECT", [], 405), ("GET", upgrade, 200), ("GET", [], 200)]:
        wire = Wire()
        answer = wire.ask(method, "/healthz", more)
        assert answer[0] == status, answer
        ends = method == "CONNECT" or bool(more)
        assert (answer[1]["Connection"] == "close") == ends, (method, dict(answer[1]))
        assert (wire.socket is None) == ends, method


def main():
    service = Service()
    service.seed()
    methods(service, service.ask("GET", "/openapi.json").json())
    media(service)
    fields(service)
    tunnels()
    key = str(uuid.uuid4())
    body = {"subject": "u-2", "act": "declined", "method": "click", "policy": "privacy", "edition": 1, "language": "kk"}
    first, again, other = (
        service.ask("POST", "/v1/decisions", one, headers={"Idempotency-Key": key})
        for one in (body, body, {**body, "subject": "u-3"})
    )
    assert (first.status_code, again.status_code) == (201, 200), (first.text, again.text)
    assert first.text == again.text and first.headers["Location"] == again.headers["Location"]
    refused(other, 422, "idempotency-key-reused")


if __name__ == "__main__":
    main()
