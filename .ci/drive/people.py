"""A person is found in a thousand stored reports, and erased from them, in a bucket that keeps versions."""

import base64
import contextlib
import csv
import io
import json
import threading
import time

from function import LONGEST_SECONDS, check, function, succeeded

REPORTS = 1000
EMAIL = "ada.lovelace@example.edu"
NAME = "Ada Lovelace"
USER = "user-id-of-ada"
PREFIX = "rollcall"
# In every tenth report; in every twentieth of them without the address; in earlier versions alone of some others.
PERSON = range(0, REPORTS, 10)
BY_ID = range(0, REPORTS, 200)
EARLIER = range(5, REPORTS, 50)
FIELDS = ("id", "user_name", "email", "join_time", "leave_time")


def drive(rie, zip_file, bucket, stand_in, environment):
    # What it takes depends on the machine; the emulator ends a function that takes longer.
    environment = {**environment, "AWS_LAMBDA_FUNCTION_TIMEOUT": str(LONGEST_SECONDS)}
    s3 = stand_in.s3
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    for number in range(REPORTS):
        if number in EARLIER:
            store(s3, bucket, number, True)
        store(s3, bucket, number, number in PERSON)
        if number in PERSON:
            store(s3, bucket, number, True)
    before = contents(s3, bucket)
    find, erase = {"find": {"email": EMAIL}}, {"erase": {"email": EMAIL}}
    began = time.monotonic()
    with function(rie, zip_file, "privacy", environment) as invoke:
        found = succeeded(invoke(find))
    finding = time.monotonic() - began
    check(found["complete"], f"not all was gone through: {found['continue'] if 'continue' in found else found}")
    check(found["meeting_count"] == len(PERSON) + len(EARLIER), f"found in {found['meeting_count']} meetings")
    check(found["row_count"] == len(PERSON), f"found {found['row_count']} rows")
    began = time.monotonic()
    killed(rie, zip_file, environment, erase, s3, bucket)
    last = s3.get_object(Bucket=bucket, Key=keys(PERSON[-1])["json"])["Body"].read()
    check(EMAIL.encode() in last, "the erasure was not interrupted")
    # With less time than it takes: the answer says where to go on.
    with function(rie, zip_file, "privacy", {**environment, "AWS_LAMBDA_FUNCTION_TIMEOUT": "5"}) as invoke:
        answers = [succeeded(invoke(erase))]
    with function(rie, zip_file, "privacy", environment) as invoke:
        while not answers[-1]["complete"]:
            answers.append(succeeded(invoke({**erase, "continue": answers[-1]["continue"]})))
    erasing = time.monotonic() - began
    check(answers[-1]["left_count"] == 0, f"something was left: {answers[-1]}")
    after = contents(s3, bucket)
    check(not traces(after), f"still there: {traces(after)[:5]}")
    unchanged(before, after)
    with function(rie, zip_file, "privacy", environment) as invoke:
        nothing = succeeded(invoke(find))
    check(not nothing["keys"], f"still found: {nothing['keys'][:5]}")
    return (f"{len(PERSON)} of {REPORTS} reports found in {finding:.0f} s, and made without the person in "
            f"{erasing:.0f} s, killed once and continued {len(answers) - 1} times")


def uuid(number):
    return f"instance-{number:04d}-of-people=="


def keys(number):
    name = base64.urlsafe_b64encode(uuid(number).encode()).decode().rstrip("=")
    day = f"date=2026-11-{number % 28 + 1:02d}"
    return {
        "json": f"{PREFIX}/json/{day}/93201235621_{name}.json",
        "csv": f"{PREFIX}/csv/{day}/93201235621_{name}.csv",
        "index": f"{PREFIX}/index/93201235621/{name}.json",
    }


def store(s3, bucket, number, has_person):
    day = f"2026-11-{number % 28 + 1:02d}"
    start, end = f"{day}T09:00:00Z", f"{day}T10:00:00Z"
    rows = [(f"id-{number}-{i}", f"Participant {i}", f"p{i}-{number}@example.org", start, end) for i in range(3)]
    if has_person:
        rows.insert(1, (USER, NAME, "" if number in BY_ID else EMAIL, start, end))
    rows = [{name: value for name, value in zip(FIELDS, row) if value} for row in rows]
    meeting = {"id": "93201235621", "uuid": uuid(number), "topic": "Lecture", "start_time": start, "end_time": end,
               "host": "Host", "host_email": "host@example.org"}
    report = ('{"participants":[' + ",".join(json.dumps(row) for row in rows) + "],"
              + json.dumps({"page_count": 1, "page_size": len(rows), "total_records": len(rows),
                            "next_page_token": "", "meeting": meeting, "kind": "meeting", "source": "dashboard",
                            "type": "past", "generated_at": end, "complete": True})[1:])
    lines = io.StringIO()
    writer = csv.DictWriter(lines, FIELDS)
    writer.writeheader()
    writer.writerows(rows)
    places = keys(number)
    documents = [{"format": kind, "location": f"s3://{bucket}/{places[kind]}", "content_type": content_type, "bytes": 1}
                 for kind, content_type in (("json", "application/json"), ("csv", "text/csv; charset=utf-8"))]
    receipt = {"meeting": meeting, "kind": "meeting", "source": "dashboard", "type": "past",
               "total_records": len(rows), "people": len(rows), "zoom_calls": 1, "complete": True,
               "documents": documents, "stored_at": end}
    for kind, body in (("json", report), ("csv", lines.getvalue()), ("index", json.dumps(receipt))):
        s3.put_object(Bucket=bucket, Key=places[kind], Body=body.encode())


def contents(s3, bucket):
    """Of every version of every object its key, whether it is current, and its content."""
    found = []
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=f"{PREFIX}/"):
        for version in page.get("Versions", []):
            body = s3.get_object(Bucket=bucket, Key=version["Key"], VersionId=version["VersionId"])["Body"].read()
            found.append((version["Key"], version["IsLatest"], body))
    return found


def traces(objects):
    return [key for key, _, body in objects if any(text.encode() in body for text in (EMAIL, NAME, USER))]


def killed(rie, zip_file, environment, event, s3, bucket):
    """Ends the function while it erases, once it has changed something."""
    first = keys(PERSON[len(PERSON) // 3])["json"]
    with function(rie, zip_file, "privacy", environment) as invoke:
        work = threading.Thread(target=lambda: ended(invoke, event), daemon=True)
        work.start()
        while work.is_alive() and EMAIL.encode() in s3.get_object(Bucket=bucket, Key=first)["Body"].read():
            work.join(0.05)
        check(work.is_alive(), "all was erased before the function could be ended")


def ended(invoke, event):
    with contextlib.suppress(OSError, ValueError):
        invoke(event)


def unchanged(before, after):
    """What is of others is as it was, byte for byte."""
    changed = {key for number in (*PERSON, *EARLIER) for key in keys(number).values()}
    current = {key: body for key, is_current, body in after if is_current}
    for key, is_current, body in before:
        if key not in changed:
            check(not is_current or current[key] == body, f"{key} was changed")
    check({key for key, is_current, _ in before if is_current} <= current.keys(), "an object is missing")
    for number in PERSON:
        place = keys(number)["json"]
        others = [row for key, is_current, body in before if key == place and is_current for row in rows(body)
                  if USER.encode() not in row]
        check(rows(current[place]) == others and len(others) == 3, f"other rows of {place} were changed")


def rows(report):
    """The rows of a report as they are, byte for byte."""
    text = report[report.index(b"[") + 1:report.index(b"],")].strip()
    return [row.strip(b" ,\n{}") for row in text.split(b"}") if row.strip(b" ,\n{}")]
