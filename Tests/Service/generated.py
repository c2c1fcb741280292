"""Drives a service through a client that openapi-python-client makes of its description."""

import importlib
import json
import os
import subprocess
import sys
import tempfile
import uuid

from service import Service


def generate(document, folder):
    """Makes the client in `folder`; it must have been able to make all of it."""
    path = os.path.join(folder, "openapi.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    programs = os.path.dirname(sys.executable)
    command = [os.path.join(programs, "openapi-python-client"), "generate", "--path", path]
    options = ["--output-path", os.path.join(folder, "consent"), "--meta", "none", "--fail-on-warning"]
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}
    subprocess.run([*command, *options], check=True, cwd=folder, env=environment)
    sys.path.insert(0, folder)


def call(name):
    return importlib.import_module(f"consent.api.{name}")


def drive(service):
    models = importlib.import_module("consent.models")
    make = importlib.import_module("consent.client")
    public = make.Client(base_url=service.url)
    backend = make.AuthenticatedClient(base_url=service.url, token=service.key)

    text = call("texts.get_text").sync("privacy", client=public, language="kk")
    assert text.startswith("# "), text[:80]
    shown = call("decisions.present").sync(
        client=backend, body=models.NewPresentation(policy="privacy", language="kk")
    )
    assert isinstance(shown, models.Presentation) and shown.edition == 1, shown

    before = call("standing.get_standing").sync("u-client", "privacy", client=backend)
    assert before.state == models.StandingState.DUE and not before.allowed, before
    decision = models.DecisionOnPresentation(
        subject="u-client",
        act=models.Act.ACCEPTED,
        method=models.Method.CLICK,
        presentation=shown.token,
        context=models.NewContext(button="Келісемін"),
    )
    key = str(uuid.uuid4())
    decide = call("decisions.decide")
    first = decide.sync_detailed(client=backend, body=decision, idempotency_key=key)
    assert first.status_code == 201, first
    again = decide.sync_detailed(client=backend, body=decision, idempotency_key=key)
    assert again.status_code == 200 and again.parsed.id == first.parsed.id, again
    recorded = first.parsed
    assert recorded.text_digest == shown.text_digest, recorded
    assert recorded.standing.state == models.StandingState.CURRENT, recorded
    batch = models.DecisionBatch(
        decisions=[
            models.DecisionOnText(
                subject=subject,
                act=models.Act.DECLINED,
                method=models.Method.CLICK,
                policy="privacy",
                edition=1,
                language="kk",
            )
            for subject in ("u-client-2", "u-client-3")
        ]
    )
    both = decide.sync(client=backend, body=batch, idempotency_key=str(uuid.uuid4()))
    assert [one.act for one in both.decisions] == [models.Act.DECLINED] * 2, both

    after = call("standing.get_standing").sync("u-client", "privacy", client=backend)
    assert after.allowed and after.accepted.decision == recorded.id, after
    question = models.StandingsQuestion(policy="privacy", subjects=["u-client-2", "u-client"])
    many = call("standing.ask_standings").sync(client=backend, body=question)
    assert [one.state.value for one in many.standings] == ["declined", "current"], many

    service.wait_for_proof(recorded.id)
    receipt = call("decisions.get_receipt").sync(recorded.id, client=backend)
    assert receipt.decision.subject == "u-client" and receipt.log.proof, receipt
    proof = call("decisions.get_proof").sync(recorded.id, client=backend)
    assert proof == receipt.log.proof, proof

    problem = call("texts.get_text").sync("privacy", client=public, language="de")
    assert isinstance(problem, models.Problem), problem
    assert problem.code == models.ProblemCode.UNKNOWN_LANGUAGE, problem
    withdrawal = models.Withdrawal(
        subject="u-client",
        act=models.WithdrawalAct.WITHDRAWN,
        method=models.Method.CLICK,
        policy="privacy",
    )
    ended = decide.sync(client=backend, body=withdrawal, idempotency_key=str(uuid.uuid4()))
    assert ended.standing.state == models.StandingState.WITHDRAWN, ended


def main():
    service = Service()
    with tempfile.TemporaryDirectory() as folder:
        generate(service.ask("GET", "/openapi.json").json(), folder)
        drive(service)


if __name__ == "__main__":
    main()
