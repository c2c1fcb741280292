"""Makes calls of every kind with names that are easy to find again, and prints each of the names."""

import http.client
from urllib.parse import urlsplit

from description import calls
from service import Service

SUBJECT, GUARDIAN, WARD = "secret-subject-5d1f", "secret-guardian-5d1f", "secret-ward-5d1f"
PEER, PROXIED, CONTEXT_IP = "127.0.9.77", "203.0.113.77", "203.0.113.78"
WORDS = ["secret-screen-5d1f", "secret-statement-5d1f", "secret-agent-5d1f", "secret-reason-5d1f"]
BAD_KEY, IDEMPOTENCY = "kelisim_secretbadkey5d1f", "secret-idempotency-5d1f"
BAD_SUBJECTS = ["870101300123", "secret@example.kz", "+77011234567"]


def main():
    service = Service()
    document = service.ask("GET", "/openapi.json").json()
    fields = {
        "X-Forwarded-For": PROXIED,
        "Forwarded": f"for={PROXIED}",
        "Idempotency-Key": IDEMPOTENCY,
        "User-Agent": WORDS[2],
    }
    guardianship = {
        "guardian": GUARDIAN,
        "ward": WARD,
        "basis": "parent",
        "from": "2026-01-01T00:00:00Z",
        "wardReaches": {"14": "2099-05-17"},
    }
    answer = service.ask("PUT", "/v1/guardianships/gs-2", guardianship, headers=fields)
    assert answer.status_code == 201, answer.text
    context = {"screen": WORDS[0], "statement": WORDS[1], "userAgent": WORDS[2], "ip": CONTEXT_IP}
    decision = service.decide(SUBJECT, context=context)
    actor = {"id": GUARDIAN, "capacity": "guardian", "guardianship": "gs-2"}
    service.decide(WARD, actor=actor)
    service.ask("PUT", f"/v1/subjects/{SUBJECT}/hold", {"reason": WORDS[3]})
    service.ask("DELETE", f"/v1/subjects/{SUBJECT}/hold", {"reason": WORDS[3]})

    host = urlsplit(service.url)
    for key in [service.key, BAD_KEY, ""]:
        for call in calls(document):
            names = {"decision": decision["id"], "subject": SUBJECT, "guardianship": "gs-2"}
            path, headers = call.example(**names)
            if call.id != "eraseSubject":
                service.ask(call.method, path, call.body, key=key, headers={**headers, **fields})
        for subject in BAD_SUBJECTS:
            service.ask("GET", f"/v1/subjects/{subject}/standing/privacy", key=key, headers=fields)
            body = {"subject": subject, "act": "accepted", "method": "click", "policy": "privacy"}
            service.ask("POST", "/v1/decisions", body, key=key, headers=fields)
        # From an address of its own: with bodies that are none, heads that are too large, and no HTTP.
        for head, body in [
            (f"POST /v1/decisions HTTP/1.1\r\nContent-Type: application/json\r\n", f'{{"{SUBJECT}'),
            (f"GET /{SUBJECT}/%ff HTTP/1.1\r\n", ""),
            (f"GET /v1/subjects/{SUBJECT}/standing/privacy?{SUBJECT}={SUBJECT} HTTP/1.1\r\n", ""),
            (f"{SUBJECT.upper()} /{SUBJECT} HTTP/1.1\r\n", ""),
            (f"GET / HTTP/1.1\r\nX-Long: {SUBJECT * 2000}\r\n", ""),
            (f"{SUBJECT}\r\n", ""),
        ]:
            connection = http.client.HTTPConnection(
                host.hostname, host.port, timeout=10, source_address=(PEER, 0)
            )
            connection.connect()
            rest = f"Host: x\r\nAuthorization: Bearer {key}\r\nX-Forwarded-For: {PROXIED}\r\n"
            length = f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            try:
                connection.sock.sendall(f"{head}{rest}{length}{body}".encode())
                while connection.sock.recv(65_536):
                    pass
            except OSError:
                pass
            connection.close()
    answer = service.ask("POST", f"/v1/subjects/{SUBJECT}/erasure", {"ground": WORDS[3]}, headers=fields)
    assert answer.status_code == 200, answer.text
    names = [SUBJECT, SUBJECT.upper(), GUARDIAN, WARD, PEER, PROXIED, CONTEXT_IP, *WORDS]
    print(*names, BAD_KEY, IDEMPOTENCY, *BAD_SUBJECTS, decision["id"], sep="\n")


if __name__ == "__main__":
    main()
