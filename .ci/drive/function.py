"""A packaged function under AWS's Runtime Interface Emulator, and the stand-in that plays Zoom for it."""

import contextlib
import functools
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVENTS = ROOT / "events"

ZOOM = "org.rollcall.demo.StandInZoom"
RUNTIME_CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
RUNTIME_CLIENT_JARS = ("aws-lambda-java-runtime-interface-client-", "aws-lambda-java-serialization-")
HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest"

INVOCATIONS = "/2015-03-31/functions/function/invocations"
START_SECONDS = 30
INVOKE_SECONDS = 60
LONGEST_SECONDS = 900

AWS_ENVIRONMENT = {
    "AWS_REGION": "eu-west-1",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
    "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
}


class Failed(Exception):
    """Something is not as it should be; the message says what."""


def check(condition, message):
    if not condition:
        raise Failed(message)


def event(name):
    """One of the sample events."""
    return json.loads((EVENTS / name).read_text("utf-8"))


def run(drive):
    """Calls drive(rie, zip) with the command line's arguments and says how it went. Ends what it started, whatever comes."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    name = Path(sys.argv[0]).stem.replace("_", "-")
    rie, zip_file = Path(sys.argv[1]), Path(sys.argv[2])
    try:
        check(zip_file.is_file(), f"{zip_file} is not there; mvn package makes it")
        print(f"drive-{name}: {zip_file} ({'native' if is_native(zip_file) else 'JVM'}): {drive(rie, zip_file)}")
    except Failed as failure:
        sys.exit(f"drive-{name}: {zip_file}: {failure}")


def is_native(zip_file):
    with zipfile.ZipFile(zip_file) as content:
        return "bootstrap" in content.namelist()


def java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else "java"


@functools.cache
def test_class_path():
    """The class path of the tests, by Maven."""
    maven = ["mvn", "-q", "-Pdemo", "exec:exec", "-Dexec.executable=echo", "-Dexec.args=%classpath",
             "-Dexec.classpathScope=test"]
    made = subprocess.run(maven, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    lines = [line for line in made.stdout.splitlines() if "test-classes" in line]
    check(made.returncode == 0 and lines, f"no class path from Maven:\n{made.stdout}{made.stderr}")
    return lines[-1].strip()


@contextlib.contextmanager
def zoom():
    """Plays Zoom; yields the settings that point a function at it. The process ends with its standard input."""
    command = [java(), "-XX:TieredStopAtLevel=1", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
               "-cp", test_class_path(), ZOOM]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            settings = dict(process.stdout.readline().strip().partition("=")[::2] for _ in range(2))
            check("ZOOM_OAUTH_URL" in settings, f"{ZOOM} did not start")
            yield settings
        finally:
            process.kill()


@contextlib.contextmanager
def function(rie, zip_file, handler, environment):
    """A function's process, unpacked and configured as Lambda does it; yields what invokes it."""
    with tempfile.TemporaryDirectory(prefix="rollcall-drive-") as scratch:
        task = Path(scratch, "task")
        with zipfile.ZipFile(zip_file) as content:
            content.extractall(task)
        bootstrap = bootstrap_of(task, Path(scratch))
        bootstrap.chmod(0o755)
        invocations, runtime_api = free_addresses(2)
        log = Path(scratch, "log")
        with log.open("wb") as output:
            process = subprocess.Popen(
                [rie.resolve(), "--runtime-interface-emulator-address", invocations,
                 "--runtime-api-address", runtime_api, bootstrap],
                cwd=task, env=environment_of(task, handler, environment), stdin=subprocess.DEVNULL,
                stdout=output, stderr=subprocess.STDOUT)
        try:
            await_start(process, invocations)
            yield lambda payload: invoke(invocations, payload)
        except Exception as failure:
            what = failure if isinstance(failure, Failed) else repr(failure)
            raise Failed(f"handler {handler}: {what}\n{log.read_text('utf-8', 'replace')}") from failure
        finally:
            stop(process)


def bootstrap_of(task, scratch):
    """The native executable; or else, as in AWS's managed runtime, a script that starts a JVM."""
    if Path(task, "bootstrap").exists():
        return Path(task, "bootstrap")
    jars = [jar for jar in test_class_path().split(os.pathsep) if Path(jar).name.startswith(RUNTIME_CLIENT_JARS)]
    check(len(jars) == len(RUNTIME_CLIENT_JARS), "AWS's runtime interface client is not on the tests' class path")
    class_path = os.pathsep.join([str(task), f"{task}/lib/*", *jars])
    script = Path(scratch, "bootstrap")
    script.write_text(
        "#!/bin/sh\n"
        f"exec '{java()}' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '{class_path}' {RUNTIME_CLIENT} \"$_HANDLER\"\n",
        "utf-8")
    return script


def environment_of(task, handler, environment):
    managed = {} if Path(task, "bootstrap").exists() else {"AWS_EXECUTION_ENV": "AWS_Lambda_java25"}
    return {
        "PATH": os.environ["PATH"],
        "LANG": "en_US.UTF-8",
        "TZ": ":UTC",
        "LAMBDA_TASK_ROOT": str(task),
        "_HANDLER": HANDLER,
        "AWS_LAMBDA_FUNCTION_NAME": "rollcall",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
        "AWS_LAMBDA_FUNCTION_TIMEOUT": str(INVOKE_SECONDS),
        "QUARKUS_LAMBDA_HANDLER": handler,
        **AWS_ENVIRONMENT,
        **managed,
        **environment,
    }


def free_addresses(count):
    """Different ports of loopback that nobody listens on."""
    with contextlib.ExitStack() as sockets:
        bound = [sockets.enter_context(socket.socket()) for _ in range(count)]
        for each in bound:
            each.bind(("127.0.0.1", 0))
        return [f"127.0.0.1:{each.getsockname()[1]}" for each in bound]


def await_start(process, address):
    host, port = address.split(":")
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection((host, int(port))):
            return
        time.sleep(0.02)
    raise Failed("the Runtime Interface Emulator did not start")


def invoke(address, payload):
    """Hands it an event, as JSON, and returns its answer, which is an error's JSON when it failed."""
    body = json.dumps(payload).encode()
    with urllib.request.urlopen(f"http://{address}{INVOCATIONS}", body, LONGEST_SECONDS + 30) as answer:
        return json.loads(answer.read())


def stop(process):
    """Ends the emulator, which ends the function."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def succeeded(answer):
    """The answer, which has to be no error's."""
    check("errorType" not in answer, f"the function failed: {answer}")
    return answer
