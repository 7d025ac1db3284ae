package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same job in Go, compiled for a runtime of its own as AWS recommends. */
final class GoPeer {

    private GoPeer() {}

    /** Needs {@code go}, and its module proxy the first time. */
    static Contender build(Trust trust) throws IOException, InterruptedException {
        String go = Build.onPath("go");
        Build build = new Build("go");
        for (String function : List.of("report", "webhook")) {
            build.run(
                    Build.onPath("env"),
                    "CGO_ENABLED=0",
                    go,
                    "build",
                    "-tags=lambda.norpc",
                    "-trimpath",
                    "-ldflags=-s -w",
                    "-o=bin/" + function + "/bootstrap",
                    "./" + function);
        }
        Path bin = build.directory().resolve("bin");
        return new Contender(
                "Go " + build.run(go, "env", "GOVERSION").replace("go", ""),
                List.of(bin.resolve("report/bootstrap").toString()),
                List.of(bin.resolve("webhook/bootstrap").toString()),
                bin,
                Map.of("SSL_CERT_FILE", trust.bundle().toString()),
                build.zipped(bin.resolve("report")));
    }
}
