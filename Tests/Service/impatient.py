"""Asks for proofs before there can be any, and whether anything else is answered meanwhile."""

from service import Service


def main():
    service, waited = Service(), 0
    for number in range(30):
        decision = service.decide(f"i-{number}")
        answer = service.ask("GET", f"/v1/decisions/{decision['id']}/proof")
        waited += answer.status_code == 503
        if answer.status_code == 503:
            assert answer.json()["code"] == "not-yet-covered", answer.text
            assert answer.headers["Retry-After"]
        answer = service.ask("GET", f"/v1/subjects/i-{number}/standing/privacy")
        assert answer.status_code == 200, (answer.status_code, answer.text)
    assert waited, "every proof was there at once"


if __name__ == "__main__":
    main()
