"""A site over HTTP on loopback, as a careful web server would send it."""

import http.server
import threading
from functools import partial
from urllib.parse import urlsplit

# What the site promises to need, and nothing more. A file to print or keep carries its style
# inside, and its own stricter policy in a `meta`; a second one would take the style away.
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'"


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, site, **named):
        self.site, self.prefix = site, site.base_path
        super().__init__(*arguments, directory=str(site.folder), **named)

    def translate_path(self, path):
        path = urlsplit(path).path
        inside = path[len(self.prefix):] if path.startswith(self.prefix) else ".missing"
        return super().translate_path("/" + inside)

    def end_headers(self):
        page = self.site.pages.get(self.translate_path(self.path)[len(str(self.site.folder)) + 1:])
        if not (page and page.is_self_contained):
            self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def do_GET(self):
        if self.path == "/favicon.ico":  # asked for unbidden at the root, which is not the site's
            self.send_response(204)
            return self.end_headers()
        super().do_GET()

    def send_error(self, code, message=None, explain=None):
        missing = self.site.folder / "404.html"
        if code != 404 or not missing.exists():
            return super().send_error(code, message, explain)
        body = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(site):
    """Serves the site on a free port under the path of its base; returns the server."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.origin = f"http://127.0.0.1:{server.server_address[1]}"
    return server
