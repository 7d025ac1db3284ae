package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same job in Python, with its packages in the zip. */
final class PythonPeer {

    private PythonPeer() {}

    /** Needs {@code python3} with pip, and its registry the first time. */
    static Contender build(Trust trust) throws IOException, InterruptedException {
        Build build = new Build("python");
        // What is on the path can be a script that looks for it.
        String python = build.run(Build.onPath("python3"), "-c", "import sys; print(sys.executable)");
        Path packages = build.directory().resolve("packages");
        if (!Files.exists(packages)) {
            build.run(python, "-m", "pip", "install", "-r", "requirements.txt", "--target", packages.toString());
        }
        build.run(python, "-m", "compileall", "-q", ".");
        return new Contender(
                "Python " + build.run(python, "-c", "import platform; print(platform.python_version())"),
                List.of(python, "report.py"),
                List.of(python, "webhook.py"),
                build.directory(),
                Map.of(
                        "AWS_EXECUTION_ENV",
                        "AWS_Lambda_python3.11",
                        "PYTHONPATH",
                        packages.toString(),
                        "AWS_CA_BUNDLE",
                        trust.bundle().toString(),
                        "SSL_CERT_FILE",
                        trust.bundle().toString()),
                build.zipped(build.directory()));
    }
}
