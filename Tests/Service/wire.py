"""HTTP/1.1 by hand: whatever bytes are sent, and what comes back."""

import http.client
import os
import socket
from urllib.parse import urlsplit


class Wire:
    """A connection that stays open as long as the service leaves it so."""

    def __init__(self, patience=10):
        url = urlsplit(os.environ["KELISIM_URL"])
        self.place, self.patience, self.socket = (url.hostname, url.port), patience, None

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket = None

    def send(self, data):
        if not self.socket:
            self.socket = socket.create_connection(self.place, self.patience)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall(data)

    def answer(self, method="GET"):
        """The status, the head and the body of the next answer; None when the connection was closed."""
        response = http.client.HTTPResponse(self.socket, method=method)
        try:
            response.begin()
            body = response.read()
        except (http.client.HTTPException, ConnectionError):
            self.close()
            return None
        if response.will_close:
            self.close()
        return response.status, response.headers, body

    def ask(self, method, path, fields=(), body=b""):
        """The answer to a request, which need not be a good one."""
        lines = [f"{method} {path} HTTP/1.1", "Host: kelisim.test"]
        lines += [f"{name}: {value}" for name, value in fields]
        if body or method in ("POST", "PUT"):
            lines.append(f"Content-Length: {len(body)}")
        head = "\r\n".join([*lines, "", ""]).encode("utf-8", "replace")
        reused = self.socket is not None
        try:
            self.send(head + body)
            answer = self.answer(method)
        except ConnectionError:
            self.close()
            answer = None
        # A connection that was closed meanwhile says nothing about the request.
        return self.ask(method, path, fields, body) if answer is None and reused else answer
