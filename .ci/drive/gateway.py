"""An HTTP server that hands requests to a function as API Gateway's HTTP API does: payload format 2.0."""

import base64
import contextlib
import http.server
import json
import threading
import urllib.parse

# What API Gateway sets itself.
OF_THE_GATEWAY = ("connection", "content-length", "date", "server", "transfer-encoding")


@contextlib.contextmanager
def gateway(invoke):
    """Serves on a port of loopback; yields its base URL. A function takes one event at a time, and so does this."""
    turn = threading.Lock()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self):
            length = int(self.headers.get("content-length") or 0)
            body = self.rfile.read(length)
            with turn:
                answer = invoke(event_of(self, body))
            send(self, answer)

        def __getattr__(self, name):
            # Whatever the method, of which a client can make up more than there are.
            if name.startswith("do_"):
                return self.answer
            raise AttributeError(name)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


def event_of(request, body):
    target = urllib.parse.urlsplit(request.path)
    path = urllib.parse.unquote(target.path)
    headers, query = {}, {}
    for name in set(map(str.lower, request.headers)):
        headers[name] = ",".join(request.headers.get_all(name))
    for name, value in urllib.parse.parse_qsl(target.query, keep_blank_values=True):
        query[name] = f"{query[name]},{value}" if name in query else value
    event = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": target.query,
        "headers": headers,
        "requestContext": {"stage": "$default", "http": {"method": request.command, "path": path}},
        "isBase64Encoded": True,
        "body": base64.b64encode(body).decode(),
    }
    return {**event, "queryStringParameters": query} if query else event


def send(request, answer):
    if "statusCode" not in answer:
        # What API Gateway says of a function error.
        answer = {"statusCode": 500, "headers": {"content-type": "application/json"},
                  "body": json.dumps({"message": "Internal Server Error"})}
    body = answer.get("body") or ""
    content = base64.b64decode(body) if answer.get("isBase64Encoded") else body.encode()
    request.send_response(answer["statusCode"])
    for name, value in answer.get("headers", {}).items():
        if name.lower() not in OF_THE_GATEWAY:
            request.send_header(name, value)
    if answer["statusCode"] not in (204, 304):
        request.send_header("content-length", str(len(content)))
    request.end_headers()
    request.wfile.write(b"" if request.command == "HEAD" else content)
