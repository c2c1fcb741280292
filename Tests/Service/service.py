"""A running service, as a program beside it sees it: KELISIM_URL, and KELISIM_KEY with every scope."""

import os
import time
import uuid

import requests

JSON = "application/json"
PROBLEM = "application/problem+json"


class Service:
    def __init__(self, key=None):
        self.url = os.environ["KELISIM_URL"].rstrip("/")
        self.key = os.environ["KELISIM_KEY"] if key is None else key
        self.session = requests.Session()

    def ask(self, method, path, body=None, key=None, headers=None, **options):
        """The answer; without a key when `key` is empty."""
        fields = dict(headers or {})
        key = self.key if key is None else key
        if key:
            fields.setdefault("Authorization", f"Bearer {key}")
        if method == "POST" and path == "/v1/decisions":
            fields.setdefault("Idempotency-Key", str(uuid.uuid4()))
        return self.session.request(
            method, self.url + path, json=body, headers=fields, timeout=30, **options
        )

    def decide(self, subject, act="accepted", **fields):
        """The decision of `subject` on edition 1 of the privacy policy, recorded."""
        body = {"subject": subject, "act": act, "method": "click", "policy": "privacy", **fields}
        if act != "withdrawn":
            body = {"edition": 1, "language": "kk", **body}
        answer = self.ask("POST", "/v1/decisions", body)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def seed(self):
        """Fills the registry so that what the examples of the description name is there; a decision."""
        guardianship = {
            "guardian": "g-17",
            "ward": "u-9c1",
            "basis": "parent",
            "from": "2026-01-01T00:00:00Z",
            "wardReaches": {"14": "2099-05-17", "18": "2103-05-17"},
        }
        answer = self.ask("PUT", "/v1/guardianships/gs-2", guardianship)
        assert answer.status_code in (200, 201), answer.text
        actor = {"id": "g-17", "capacity": "guardian", "guardianship": "gs-2"}
        self.decide("u-9c1", actor=actor)
        self.decide("u-41", "declined")
        self.decide("u-8f3")
        # Of somebody whom no example erases.
        decision = self.decide("u-kept")
        self.wait_for_proof(decision["id"])
        return decision

    def wait_for_proof(self, decision):
        """Waits until a checkpoint covers the decision."""
        for _ in range(100):
            if self.ask("GET", f"/v1/decisions/{decision}/proof").status_code == 200:
                return
            time.sleep(0.1)
        raise AssertionError("no checkpoint covers the decision")
