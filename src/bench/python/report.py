"""The report function: token, details, every page of participants; JSON with attendance, and CSV, on S3."""

import base64
import csv
import io
import json
import math
import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from urllib.parse import quote, urlencode, urlsplit

import boto3
import urllib3
from botocore.config import Config

from runtime import run

API_URL = os.environ["ZOOM_API_URL"]
OAUTH_URL = os.environ["ZOOM_OAUTH_URL"]
DESTINATION = urlsplit(os.environ["REPORT_DESTINATION"])
IDENTIFIERS = ("participant_user_id", "id", "registrant_id", "email", "user_name")

http = urllib3.PoolManager(maxsize=2, timeout=urllib3.Timeout(connect=5, read=30))
s3 = boto3.client("s3", config=Config(s3={"addressing_style": "path"}))
threads = ThreadPoolExecutor(2)

_token = None
_renew_at = 0.0


def access_token():
    global _token, _renew_at
    if time.monotonic() >= _renew_at:
        credentials = f"{os.environ['ZOOM_CLIENT_ID']}:{os.environ['ZOOM_CLIENT_SECRET']}"
        response = http.request(
            "POST",
            f"{OAUTH_URL}/token",
            fields={"grant_type": "account_credentials", "account_id": os.environ["ZOOM_ACCOUNT_ID"]},
            encode_multipart=False,
            headers=urllib3.make_headers(basic_auth=credentials),
        )
        if response.status != 200:
            raise RuntimeError(f"Zoom gave no token: {response.status}")
        answer = response.json()
        _token = answer["access_token"]
        _renew_at = time.monotonic() + answer["expires_in"] - 60
    return _token


def zoom(path, **parameters):
    response = http.request(
        "GET", f"{API_URL}{path}?{urlencode(parameters)}", headers={"Authorization": f"Bearer {access_token()}"}
    )
    if response.status != 200:
        raise RuntimeError(f"Zoom: {response.status} {response.data.decode(errors='replace')}")
    return response.json()


def all_participants(path):
    participants = []
    parameters = {"type": "past", "page_size": 300}
    while True:
        page = zoom(f"{path}/participants", **parameters)
        participants += page["participants"]
        if not page["next_page_token"]:
            break
        parameters["next_page_token"] = page["next_page_token"]
    if len(participants) != page["total_records"]:
        raise RuntimeError(f"Zoom announced {page['total_records']} rows and sent {len(participants)}")
    return participants


def identity(row):
    """Who a row is about: the strongest identifier it has."""
    for field in IDENTIFIERS:
        value = (row.get(field) or "").strip()
        if value:
            return field, value.lower() if field in ("email", "user_name") else value
    return None, id(row)


def seconds(text):
    return datetime.fromisoformat(text).timestamp()


def instant(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat().replace("+00:00", "Z")


def attendance(participants, meeting):
    """One entry a person; two devices at once do not count twice."""
    end = seconds(meeting["end_time"])
    length = end - seconds(meeting["start_time"])
    people = {}
    for row in participants:
        _, stays = people.setdefault(identity(row), (row, []))
        if row.get("status") != "in_waiting_room":
            leave = row.get("leave_time")
            stays.append((seconds(row["join_time"]), seconds(leave) if leave else end))
    entries = []
    for (field, _), (row, stays) in people.items():
        present = []
        for join, leave in sorted(stays):
            if present and join <= present[-1][1]:
                present[-1][1] = max(present[-1][1], leave)
            else:
                present.append([join, leave])
        total = sum(leave - join for join, leave in present)
        entries.append(
            {
                "name": row.get("user_name"),
                "email": row.get("email"),
                "role": row.get("role"),
                "first_join": instant(present[0][0]) if present else None,
                "last_leave": instant(present[-1][1]) if present else None,
                "minutes": math.floor(total / 0.6) / 100,
                "sessions": len(present),
                "share_of_meeting": math.floor(min(total, length) / length * 1e4) / 1e4,
                "matched_by": field,
            }
        )
    entries.sort(key=lambda entry: (entry["name"] or "").casefold())
    return entries


def cell(value):
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text


def to_csv(participants):
    columns = list(dict.fromkeys(name for participant in participants for name in participant))
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text)
    writer.writerow([cell(name) for name in columns])
    writer.writerows([cell(participant.get(name)) for name in columns] for participant in participants)
    return text.getvalue().encode()


def put(meeting, form, content_type, body):
    uuid = base64.urlsafe_b64encode(meeting["uuid"].encode()).decode().rstrip("=")
    key = f"{DESTINATION.path[1:]}/{form}/date={meeting['start_time'][:10]}/{meeting['id']}_{uuid}.{form}"
    s3.put_object(Bucket=DESTINATION.netloc, Key=key, Body=body, ContentType=content_type)
    return {"format": form, "location": f"s3://{DESTINATION.netloc}/{key}", "bytes": len(body)}


def handler(event):
    path = f"/metrics/meetings/{quote(str(event['meeting_id']), safe='')}"
    access_token()
    details = threads.submit(zoom, path, type="past")
    participants = all_participants(path)
    meeting = details.result()
    report = {
        "page_count": 1,
        "page_size": len(participants),
        "total_records": len(participants),
        "next_page_token": "",
        "participants": participants,
        "meeting": meeting,
        "generated_at": instant(time.time()),
        "complete": True,
        "attendance": attendance(participants, meeting),
    }
    body = json.dumps(report, ensure_ascii=False, separators=(",", ":")).encode()
    stored = threads.submit(put, meeting, "json", "application/json", body)
    table = put(meeting, "csv", "text/csv; charset=utf-8", to_csv(participants))
    return {
        "meeting": meeting,
        "total_records": len(participants),
        "complete": True,
        "documents": [stored.result(), table],
    }


if __name__ == "__main__":
    run(handler)
