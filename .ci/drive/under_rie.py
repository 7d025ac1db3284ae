"""A report returned, stored in a directory and answered over HTTP, and a bad request, under AWS's own emulator."""

import base64
import csv
import gzip
import io
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

from function import check, event, function, run, succeeded, zoom

CREDENTIALS = {"ZOOM_ACCOUNT_ID": "stand-in", "ZOOM_CLIENT_ID": "stand-in", "ZOOM_CLIENT_SECRET": "stand-in"}


def drive(rie, zip_file):
    with zoom() as settings, tempfile.TemporaryDirectory(prefix="rollcall-reports-") as reports:
        environment = {**CREDENTIALS, **settings, "REPORT_DESTINATION": Path(reports).as_uri()}
        with function(rie, zip_file, "report", environment) as invoke:
            rows = returned(invoke)
            documents = stored(invoke, rows)
            refused(invoke)
        with function(rie, zip_file, "api", environment) as invoke:
            answered(invoke, rows)
    return f"{rows} rows returned, stored in {documents} documents and answered over HTTP; a bad request named its field"


def returned(invoke):
    report = succeeded(invoke(event("report-returned.json")))
    rows = len(report["participants"])
    check(rows > 0 and report["total_records"] == rows, f"{rows} rows of {report['total_records']}")
    check(report["complete"], "the report is not complete")
    return rows


def stored(invoke, rows):
    receipt = succeeded(invoke(event("report-by-number.json")))
    check(receipt["total_records"] == rows, f"{receipt['total_records']} rows stored, {rows} returned")
    check(receipt["documents"], "no document was stored")
    for document in receipt["documents"]:
        file = Path(urllib.request.url2pathname(urllib.parse.urlsplit(document["location"]).path))
        check(file.is_file(), f"{file} is not there")
        check(file.stat().st_size == document["bytes"], f"{file} does not have {document['bytes']} bytes")
    return len(receipt["documents"])


def refused(invoke):
    error = invoke(event("report-bad-type.json"))
    check(error.get("errorType") and "type" in error.get("errorMessage", ""), f"no error that names the field: {error}")


def answered(invoke, rows):
    answer = succeeded(invoke(event("api-csv-gzip.json")))
    check(answer["statusCode"] == 200 and answer["isBase64Encoded"], f"not a document: {str(answer)[:500]}")
    text = gzip.decompress(base64.b64decode(answer["body"])).decode("utf-8-sig")
    lines = len(list(csv.reader(io.StringIO(text, newline=""))))
    check(lines == rows + 1, f"{lines} lines of CSV for {rows} rows")


if __name__ == "__main__":
    run(drive)
