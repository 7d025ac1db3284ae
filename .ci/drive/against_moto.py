"""From Zoom's event to the report in the bucket, with moto as S3, SQS and Secrets Manager at once."""

import contextlib
import json
import logging
import os
import subprocess
import sys
import urllib.parse

import boto3
from moto.server import ThreadedMotoServer

import people
from function import AWS_ENVIRONMENT, EVENTS, check, event, function, run, succeeded, zoom

BUCKET = "reports"
WEBHOOK_SECRET = "not-a-real-secret-token"
SECRET = {
    "zoom_account_id": "stand-in",
    "zoom_client_id": "stand-in",
    "zoom_client_secret": "stand-in",
    "zoom_webhook_secret_token": WEBHOOK_SECRET,
}


class Aws:
    """The bucket, the queues and the secret that the template makes."""

    def __init__(self, endpoint):
        session = boto3.Session(
            AWS_ENVIRONMENT["AWS_ACCESS_KEY_ID"], AWS_ENVIRONMENT["AWS_SECRET_ACCESS_KEY"],
            region_name=AWS_ENVIRONMENT["AWS_REGION"])
        self.s3 = session.client("s3", endpoint_url=endpoint)
        self.sqs = session.client("sqs", endpoint_url=endpoint)
        secrets = session.client("secretsmanager", endpoint_url=endpoint)
        self.s3.create_bucket(
            Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": AWS_ENVIRONMENT["AWS_REGION"]})
        self.reports, self.dead_letters, self.reconciliations = (
            self.sqs.create_queue(QueueName=name)["QueueUrl"] for name in ("reports", "dead-letters", "reconciliations"))
        secret = secrets.create_secret(Name="zoom", SecretString=json.dumps(SECRET))
        self.settings = {
            "AWS_ENDPOINT_URL": endpoint,
            "ZOOM_SECRET_ID": secret["ARN"],
            "REPORT_DESTINATION": f"s3://{BUCKET}/rollcall",
            "REPORT_QUEUE_URL": self.reports,
            "REPORT_DEAD_LETTER_QUEUE_URL": self.dead_letters,
            "RECONCILE_QUEUE_URL": self.reconciliations,
            "REPORT_DELAY": "PT0S",
        }

    def objects(self):
        """The keys of all objects with their sizes."""
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        return {each["Key"]: each["Size"] for page in pages for each in page.get("Contents", [])}

    def empty_bucket(self):
        for key in self.objects():
            self.s3.delete_object(Bucket=BUCKET, Key=key)

    def receive(self, queue_url):
        """The one message of a queue."""
        messages = self.sqs.receive_message(
            QueueUrl=queue_url, MaxNumberOfMessages=10, WaitTimeSeconds=5, MessageAttributeNames=["All"],
            AttributeNames=["All"]).get("Messages", [])
        check(len(messages) == 1, f"{len(messages)} messages in {queue_url}, not one")
        return messages[0]


@contextlib.contextmanager
def aws():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        yield Aws(f"http://{host}:{port}")
    finally:
        server.stop()


def drive(rie, zip_file):
    with aws() as stand_in, zoom() as settings:
        environment = {**settings, **stand_in.settings}
        with function(rie, zip_file, "report", environment) as invoke:
            meeting, keys = stored(invoke, stand_in)
        stand_in.empty_bucket()
        with function(rie, zip_file, "webhook", environment) as invoke:
            queued(invoke, meeting)
        with function(rie, zip_file, "queue", environment) as invoke:
            worked_off(invoke, stand_in, keys)
            series(invoke, stand_in)
            given_up(invoke, stand_in)
        stand_in.empty_bucket()
        erased = people.drive(rie, zip_file, BUCKET, stand_in, environment)
    return f"{len(keys)} documents in S3 by report, the same by webhook, SQS and queue; its series; one dead letter; {erased}"


def stored(invoke, stand_in):
    receipt = succeeded(invoke(event("report-by-number.json")))
    check(receipt["complete"] and receipt["total_records"] > 0, f"not a complete report: {receipt}")
    check(receipt["documents"], "no document was stored")
    objects = stand_in.objects()
    keys = set()
    for document in receipt["documents"]:
        location = urllib.parse.urlsplit(document["location"])
        check((location.scheme, location.netloc) == ("s3", BUCKET), f"not in the bucket: {document['location']}")
        key = urllib.parse.unquote(location.path[1:])
        check(objects.get(key) == document["bytes"], f"{key} is not there with {document['bytes']} bytes: {objects}")
        head = stand_in.s3.head_object(Bucket=BUCKET, Key=key)
        check(head["ContentType"] == document["content_type"], f"{key} is {head['ContentType']}")
        keys.add(key)
    json_keys = [key for key in keys if key.endswith(".json")]
    check(json_keys, f"no JSON report: {keys}")
    report = json.load(stand_in.s3.get_object(Bucket=BUCKET, Key=json_keys[0])["Body"])
    check(len(report["participants"]) == receipt["total_records"], "the JSON report does not have all rows")
    meeting = {name: receipt["meeting"][name] for name in ("id", "uuid", "topic", "start_time", "end_time")}
    return meeting, keys


def queued(invoke, meeting):
    """Zoom says that the meeting of the report is over."""
    unsigned = event("webhook-meeting-ended.json")
    body = json.loads(unsigned["body"])
    body["payload"]["object"].update(meeting)
    unsigned["body"] = json.dumps(body)
    signed = subprocess.run(
        [sys.executable, EVENTS / "sign-webhook", "/dev/stdin"], input=json.dumps(unsigned).encode(),
        env={**os.environ, "ZOOM_WEBHOOK_SECRET_TOKEN": WEBHOOK_SECRET}, stdout=subprocess.PIPE, check=True)
    answer = succeeded(invoke(json.loads(signed.stdout)))
    check(answer["statusCode"] == 204, f"Zoom is not answered 204: {answer}")


def worked_off(invoke, stand_in, keys):
    settled(invoke, stand_in, stand_in.receive(stand_in.reports))
    missing = keys - stand_in.objects().keys()
    check(not missing, f"not stored by queue: {missing}")


def series(invoke, stand_in):
    """The meeting recurs, so its report is followed by a message to make the series."""
    settled(invoke, stand_in, stand_in.receive(stand_in.reports))
    made = [key for key in stand_in.objects() if key.startswith("rollcall/series/")]
    check(made, f"no series was stored: {sorted(stand_in.objects())}")


def given_up(invoke, stand_in):
    """A message that can never succeed."""
    stand_in.sqs.send_message(QueueUrl=stand_in.reports, MessageBody="not JSON")
    settled(invoke, stand_in, stand_in.receive(stand_in.reports))
    dead = stand_in.receive(stand_in.dead_letters)
    check(dead["Body"] == "not JSON", f"not the message that was given up: {dead}")
    check(dead.get("MessageAttributes", {}).get("reason"), f"a dead letter without its reason: {dead}")


def settled(invoke, stand_in, message):
    """Hands a message to the function and then deletes it, as Lambda does."""
    batch = event("queue-one.json")
    batch["Records"][0].update(
        messageId=message["MessageId"], receiptHandle=message["ReceiptHandle"], body=message["Body"],
        md5OfBody=message["MD5OfBody"])
    batch["Records"][0]["attributes"].update(message["Attributes"])
    answer = succeeded(invoke(batch))
    check(answer == {"batchItemFailures": []}, f"the message is to come back: {answer}")
    stand_in.sqs.delete_message(QueueUrl=stand_in.reports, ReceiptHandle=message["ReceiptHandle"])


if __name__ == "__main__":
    run(drive)
