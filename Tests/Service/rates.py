"""Asks a service with a rate limit of five requests in ten minutes more often than that."""

import re

from service import PROBLEM, Service


def main():
    service = Service()
    for path, key in [("/healthz", ""), ("/v1/subjects/u-8f3/standing/privacy", None)]:
        left = []
        for count in range(7):
            # Each path as from an address of its own: the proxy of this machine says so.
            headers = {"X-Forwarded-For": f"198.51.100.{len(path)}"}
            answer = service.ask("GET", path, key=key, headers=headers)
            assert answer.headers["RateLimit-Policy"] == '"default";q=5;w=600', answer.headers
            found = re.fullmatch(r'"default";r=(\d+);t=(\d+)', answer.headers["RateLimit"])
            left.append(int(found[1]))
            assert answer.status_code == (200 if count < 5 else 429), (path, count, answer.text)
        assert left == [4, 3, 2, 1, 0, 0, 0], left
        assert answer.headers["Content-Type"] == PROBLEM and answer.json()["code"] == "rate-limited"
        assert 1 <= int(answer.headers["Retry-After"]) <= 600, answer.headers
        assert int(answer.headers["Retry-After"]) == int(found[2]), answer.headers
    # A key has a limit of its own, from wherever it is used.
    headers = {"X-Forwarded-For": "198.51.100.200"}
    answer = service.ask("GET", "/v1/subjects/u-8f3/standing/privacy", headers=headers)
    assert answer.status_code == 429, answer.text


if __name__ == "__main__":
    main()
