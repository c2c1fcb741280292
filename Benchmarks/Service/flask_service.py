"""The service a team would write in an afternoon: Flask, SQLite, two calls.

It records which edition a user accepted and answers which one that was; no log, no proof, no rules
of standing. Run by gunicorn with two workers; the environment variable DATABASE names the file.
"""

import os
import sqlite3

from flask import Flask, g, jsonify, request

app = Flask(__name__)


def database():
    if "database" not in g:
        g.database = sqlite3.connect(os.environ["DATABASE"], timeout=10)
        g.database.execute("PRAGMA journal_mode = WAL")
        g.database.execute("PRAGMA synchronous = FULL")
    return g.database


@app.teardown_appcontext
def close(_):
    if connection := g.pop("database", None):
        connection.close()


@app.get("/standing/<subject>/<policy>")
def standing(subject, policy):
    row = database().execute(
        "SELECT edition, language, at FROM decision WHERE subject = ? AND policy = ?"
        " ORDER BY id DESC LIMIT 1",
        (subject, policy),
    ).fetchone()
    if row is None:
        return jsonify(subject=subject, policy=policy, state="due", allowed=False)
    accepted = {"edition": row[0], "language": row[1], "at": row[2]}
    return jsonify(subject=subject, policy=policy, state="current", allowed=True, accepted=accepted)


@app.post("/decisions")
def decide():
    body = request.get_json()
    connection = database()
    with connection:
        cursor = connection.execute(
            "INSERT INTO decision (subject, policy, edition, language, at)"
            " VALUES (?, ?, ?, ?, datetime('now'))",
            (body["subject"], body["policy"], body["edition"], body["language"]),
        )
    return jsonify(id=cursor.lastrowid), 201
