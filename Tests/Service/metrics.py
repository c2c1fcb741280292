"""Reads /metrics with the parser of Prometheus' own client, and compares what it says with what was asked."""

from prometheus_client.parser import text_string_to_metric_families
from service import Service

DECISIONS = 7
STANDING = "/v1/subjects/{subject}/standing/{policy}"


def metrics(service):
    """Each sample's value by its name and labels; every family has a type and says what it is."""
    answer = service.ask("GET", "/metrics", key="")
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    values = {}
    for family in text_string_to_metric_families(answer.text):
        assert family.type in ("counter", "gauge", "histogram") and family.documentation, family.name
        for sample in family.samples:
            key = (sample.name, *sorted(sample.labels.items()))
            assert key not in values, key
            values[key] = sample.value
    return values


def of(name, **labels):
    return (name, *sorted(labels.items()))


def asked(method, route, family):
    return of("kelisim_requests_total", method=method, route=route, status=f"{family}xx")


def histogram(values, name, **labels):
    """How many were counted; the buckets hold ever more, and the last one all."""
    buckets = sorted(
        (float(dict(key[1:])["le"]), value)
        for key, value in values.items()
        if key[0] == name + "_bucket" and labels.items() <= dict(key[1:]).items()
    )
    assert buckets[-1][0] == float("inf") and len(buckets) > 5, buckets
    assert [value for _, value in buckets] == sorted(value for _, value in buckets), buckets
    count = values[of(name + "_count", **labels)]
    assert buckets[-1][1] == count, buckets
    assert (values[of(name + "_sum", **labels)] > 0) == (count > 0)
    return count


def main():
    service = Service()
    before = metrics(service)
    for number in range(DECISIONS):
        decision = service.decide(f"m-{number}")
        assert service.ask("GET", f"/v1/subjects/m-{number}/standing/privacy").status_code == 200
    assert service.ask("GET", "/v1/subjects/m-1/standing/nothing").status_code == 404
    for path in ["/kk/privacy/", "/ru/privacy/"]:
        assert service.ask("GET", path, key="").status_code == 200
    service.wait_for_proof(decision["id"])
    after = metrics(service)

    def more(key):
        return after[key] - before[key]

    assert more(asked("POST", "/v1/decisions", 2)) == DECISIONS
    assert more(asked("GET", STANDING, 2)) == DECISIONS
    assert more(asked("GET", STANDING, 4)) == 1
    assert more(asked("GET", "page", 2)) == 2
    assert more(asked("GET", "page", 5)) == more(asked("POST", "/v1/decisions", 5)) == 0
    for method, route, count in [("GET", STANDING, DECISIONS + 1), ("GET", "page", 2)]:
        labels = {"method": method, "route": route}
        name = "kelisim_request_duration_seconds"
        assert histogram(after, name, **labels) - histogram(before, name, **labels) == count
    assert more(of("kelisim_batch_size_sum")) == DECISIONS
    assert 1 <= histogram(after, "kelisim_batch_size") <= after[of("kelisim_batch_size_sum")]
    assert more(of("kelisim_log_entries")) == DECISIONS
    assert after[of("kelisim_log_published_entries")] == after[of("kelisim_log_entries")]
    assert after[of("kelisim_waiting_submissions")] == 0 and after[of("kelisim_database_up")] == 1
    assert after[of("kelisim_database_errors_total")] == 0


if __name__ == "__main__":
    main()
