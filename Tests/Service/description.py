"""The calls of a service, as its description names them, with an example of each."""

import json
import re
from urllib.parse import quote, urlencode

JSON = "application/json"


class Call:
    def __init__(self, document, path, method, operation):
        self.path, self.method, self.operation = path, method.upper(), operation
        self.id = operation["operationId"]
        self.parameters = [resolved(document, one) for one in operation.get("parameters", [])]
        self.scopes = [scope for one in operation["security"] for scope in one.get("key", [])]
        self.takes_tokens = any("token" in one for one in operation["security"])
        content = operation.get("requestBody", {}).get("content", {}).get(JSON, {})
        examples = content.get("examples", {})
        self.body = next(iter(examples.values()))["value"] if examples else None

    def example(self, **values):
        """The address and the headers of an example, with `values` in the place of its own."""
        path, query, headers = self.path, {}, {}
        for one in self.parameters:
            value = values.get(one["name"], one.get("example"))
            if one["in"] == "path":
                path = path.replace("{" + one["name"] + "}", quote(str(value), safe="/"))
            elif one["in"] == "query" and one["required"]:
                query[one["name"]] = value
            elif one["in"] == "header" and one["required"]:
                headers[one["name"]] = value
        return path + ("?" + urlencode(query) if query else ""), headers


def resolved(document, value):
    while "$ref" in value:
        part = document
        for name in value["$ref"].removeprefix("#/").split("/"):
            part = part[name]
        value = part
    return value


def calls(document):
    """Every call."""
    return [
        Call(document, path, method, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
    ]


def without_names(text, *names):
    """`text` with each of `names` blotted out, to compare what else it says."""
    for name in names:
        text = re.sub(re.escape(json.dumps(name)[1:-1]), "·", text)
    return text
