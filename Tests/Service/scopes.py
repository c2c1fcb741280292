"""Makes each call of the description with a key of each scope, with none, and with a wrong one."""

import os

from description import calls, without_names
from service import PROBLEM, Service

SCOPES = ["read", "decide", "erase", "admin"]


def outcome(answer):
    """What tells one answer from another."""
    fields = {name: value for name, value in answer.headers.items() if name.lower() != "date"}
    return answer.status_code, fields, answer.text


def main():
    service = Service()
    decision = service.seed()
    document = service.ask("GET", "/openapi.json").json()
    known = {"decision": decision["id"], "subject": "u-9c1", "guardianship": "gs-2"}
    unknown = {
        "decision": "019ac000-5a00-7b00-8c00-00000000dead",
        "subject": "u-nobody",
        "guardianship": "gs-none",
    }
    keys = {scope: os.environ[f"KELISIM_KEY_{scope.upper()}"] for scope in SCOPES}
    refusals = opened = compared = 0

    def asked(call, key, names):
        path, headers = call.example(**names)
        return service.ask(call.method, path, call.body, key=key, headers=headers)

    # First what is refused, while everything is still there.
    for call in [one for one in calls(document) if one.scopes]:
        strangers = [scope for scope in SCOPES if scope not in call.scopes]
        wrong = service.key[:-1] + ("A" if service.key[-1] != "A" else "B")
        for key in ["", "nonsense", wrong]:
            answer = asked(call, key, known)
            assert answer.status_code == 401, (call.id, key, answer.text)
            assert answer.headers["WWW-Authenticate"] == "Bearer", call.id
            assert answer.json()["code"] == "unauthenticated", call.id
        for key in strangers:
            answer = asked(call, keys[key], known)
            context = f"{call.id} with a key of {key}: {answer.status_code} {answer.text[:300]}"
            assert answer.status_code == 403, context
            assert answer.headers["Content-Type"] == PROBLEM, context
            assert answer.json()["code"] == "forbidden", context
            refusals += 1
        # Who may not know is told the same of what there is and of what there is not.
        for key in ["", "nonsense", *(keys[scope] for scope in strangers)]:
            mine, theirs = (outcome(asked(call, key, names)) for names in (known, unknown))
            names = [*known.values(), *unknown.values()]
            mine, theirs = ((s, f, without_names(t, *names)) for s, f, t in (mine, theirs))
            assert mine == theirs, (call.id, mine, theirs)
            compared += 1
    for call in calls(document):
        for scope in call.scopes or ["", *SCOPES]:
            # Whatever else the example is worth, it is let in.
            answer = asked(call, keys[scope] if scope else "", known)
            context = f"{call.id} with {scope}: {answer.status_code} {answer.text[:300]}"
            assert answer.status_code not in (401, 403), context
            opened += 1
    print(f"{refusals} refused, {opened} let in, {compared} compared")
    guarded = sum(bool(call.scopes) for call in calls(document))
    assert refusals == 3 * guarded and guarded >= 20


if __name__ == "__main__":
    main()
