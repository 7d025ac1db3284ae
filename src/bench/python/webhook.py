"""The webhook function: verifies Zoom's signature, puts the ended meeting on the queue."""

import base64
import hashlib
import hmac
import json
import os
import time

import boto3

from runtime import run

SECRET = os.environ["ZOOM_WEBHOOK_SECRET_TOKEN"].encode()
QUEUE_URL = os.environ["REPORT_QUEUE_URL"]

sqs = boto3.client("sqs")


def sign(content):
    return hmac.new(SECRET, content, hashlib.sha256).hexdigest()


def verified(headers, body):
    timestamp = headers.get("x-zm-request-timestamp", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > 300:
        return False
    expected = "v0=" + sign(f"v0:{timestamp}:".encode() + body)
    return hmac.compare_digest(headers.get("x-zm-signature", "").encode(), expected.encode())


def handler(request):
    body = request["body"]
    body = base64.b64decode(body) if request.get("isBase64Encoded") else body.encode()
    if not verified(request["headers"], body):
        return {"statusCode": 401}
    event = json.loads(body)
    if event["event"] == "endpoint.url_validation":
        token = event["payload"]["plainToken"]
        answer = {"plainToken": token, "encryptedToken": sign(token.encode())}
        return {"statusCode": 200, "body": json.dumps(answer)}
    if event["event"] == "meeting.ended":
        meeting = event["payload"]["object"]
        names = ("id", "uuid", "topic", "start_time", "end_time")
        message = {"meeting_id": meeting["uuid"], "meeting": {name: meeting.get(name) for name in names}}
        sqs.send_message(QueueUrl=QUEUE_URL, MessageBody=json.dumps(message))
    return {"statusCode": 204}


if __name__ == "__main__":
    run(handler)
