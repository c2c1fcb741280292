"""Runs schemathesis against a service, by the description that the service gives of itself.

`conformance.py SECONDS [OPTIONS OF SCHEMATHESIS]`; with --generation-deterministic always the same. Answers are closed first, so that what is not described
is found as well: a field, and a code of a problem. That nothing was found says little of calls that were
never answered well, so each must have given each of its good answers at least once.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from urllib.parse import urlsplit

from service import PROBLEM, Service

# A repeat is not left to chance: generated.py makes one.
ELSEWHERE = {("post", "/v1/decisions", "200")}
HERE = os.path.dirname(os.path.abspath(__file__))


def closed(value):
    """`value` without room for what it does not name."""
    if isinstance(value, list):
        return [closed(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {name: closed(item) for name, item in value.items()}
    if isinstance(value.get("properties"), dict) and "additionalProperties" not in value:
        value["additionalProperties"] = False
    return value


def strict(document, decision):
    """The description, closed, with `decision` in the place of its example."""
    parts = document["components"]
    # What is sent is closed as it is; its rules are no objects of their own.
    for name, schema in parts["schemas"].items():
        if schema.get("type") == "object" and "additionalProperties" not in schema:
            parts["schemas"][name] = closed(schema)
    for answer in parts["responses"].values():
        codes = {"properties": {"code": {"enum": answer["x-codes"]}}}
        content = answer["content"][PROBLEM]
        content["schema"] = {"allOf": [content["schema"], codes]}
    example = parts["parameters"]["decision"]["example"]
    return json.dumps(document).replace(example, decision)


def missing(document, archive):
    """The good answers that are described and that nobody got."""
    got = set()
    for entry in archive["log"]["entries"]:
        path = urlsplit(entry["request"]["url"]).path
        got.add((entry["request"]["method"].lower(), path, str(entry["response"]["status"])))
    for template, item in document["paths"].items():
        pattern = re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template)))
        for method, operation in item.items():
            for status in operation["responses"]:
                if not status.startswith("2") or (method, template, status) in ELSEWHERE:
                    continue
                if not any(m == method and s == status and pattern.fullmatch(p) for m, p, s in got):
                    yield f"{method.upper()} {template} never answered {status}"


def main(seconds, arguments):
    service = Service()
    decision = service.seed()
    document = service.ask("GET", "/openapi.json").json()
    with tempfile.TemporaryDirectory() as folder:
        path, archive = os.path.join(folder, "openapi.json"), os.path.join(folder, "all.har")
        with open(path, "w", encoding="utf-8") as file:
            file.write(strict(json.loads(json.dumps(document)), decision["id"]))
        command = [
            *(os.path.join(os.path.dirname(sys.executable), "schemathesis"),),
            *("--config-file", os.path.join(HERE, "schemathesis.toml")),
            *("run", path, "--url", service.url, "--checks", "all", "--max-time", str(seconds)),
            *("--header", f"Authorization: Bearer {service.key}"),
            *("--report", "har", "--report-har-path", archive),
        ]
        status = subprocess.run([*command, *arguments], cwd=folder).returncode
        with open(archive, encoding="utf-8") as file:
            gaps = list(missing(document, json.load(file)))
    print(*gaps, sep="\n")
    return status or (1 if gaps else 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
