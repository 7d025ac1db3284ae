"""What Lambda's own runtime for Python does around a handler: asks for events, hands answers back."""

import http.client
import json
import os

PATH = "/2018-06-01/runtime/invocation/"


def run(handler):
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])

    def call(method, path, body=None):
        connection.request(method, PATH + path, body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        return response.headers, response.read()

    while True:
        headers, event = call("GET", "next")
        request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        try:
            answer = json.dumps(handler(json.loads(event)))
            call("POST", f"{request_id}/response", answer.encode())
        except Exception as error:
            failure = {"errorType": type(error).__name__, "errorMessage": str(error), "stackTrace": []}
            call("POST", f"{request_id}/error", json.dumps(failure).encode())
