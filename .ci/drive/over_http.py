"""The HTTP API against its own description, by schemathesis."""

import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from function import ROOT, Failed, check, event, function, run, succeeded, zoom
from gateway import gateway

CREDENTIALS = {"ZOOM_ACCOUNT_ID": "stand-in", "ZOOM_CLIENT_ID": "stand-in", "ZOOM_CLIENT_SECRET": "stand-in"}
CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "negative_data_rejection", "unsupported_method", "allow_header_conformance")
EXAMPLES = 8
# As long as it can take at worst, on a machine that does much else.
LONGEST_SECONDS = 600


def drive(rie, zip_file):
    with zoom() as settings, tempfile.TemporaryDirectory(prefix="rollcall-reports-") as reports:
        environment = {**CREDENTIALS, **settings, "REPORT_DESTINATION": Path(reports).as_uri()}
        # So that some answers come from the store.
        with function(rie, zip_file, "report", environment) as invoke:
            succeeded(invoke(event("report-by-number.json")))
        with function(rie, zip_file, "api", environment) as invoke, gateway(invoke) as url:
            described(url)
            return tested(url)


def described(url):
    with urllib.request.urlopen(f"{url}/openapi.json") as answer:
        description = json.load(answer)
    source = json.loads((ROOT / "src/main/resources/openapi.json").read_text("utf-8"))
    check(description == source, "the description that the function gives is not the source's")


def tested(url):
    # Zoom's paths below /v2 are the same items of the description as those without.
    schemathesis = Path(sys.executable).with_name("schemathesis")
    command = [
        schemathesis, "run", f"{url}/openapi.json", "--exclude-path-regex", "^/v2/", "--checks", ",".join(CHECKS),
        "--phases", "examples,coverage,fuzzing", "--max-examples", str(EXAMPLES), "--seed", "1", "--max-redirects", "0",
        "--warnings", "off", "--no-color"]
    with tempfile.TemporaryDirectory(prefix="rollcall-schemathesis-") as scratch:
        try:
            made = subprocess.run(
                command, cwd=scratch, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, timeout=LONGEST_SECONDS, env={**os.environ, "COLUMNS": "120"})
        except subprocess.TimeoutExpired as failure:
            raise Failed(f"schemathesis did not end:\n{failure.stdout}") from failure
    check(made.returncode == 0, f"schemathesis found:\n{made.stdout}")
    cases = re.search(r"(\d+) generated", made.stdout)
    operations = re.search(r"Tested: +(\d+)", made.stdout)
    check(cases and operations, f"schemathesis said nothing of what it did:\n{made.stdout}")
    return f"{operations.group(1)} operations of the HTTP API are as described, in {cases.group(1)} requests"


if __name__ == "__main__":
    run(drive)
