package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same job in Node.js, bundled as it would be deployed. */
final class NodePeer {

    private NodePeer() {}

    /** Needs {@code node} and {@code npm}, and npm's registry the first time. */
    static Contender build(Trust trust) throws IOException, InterruptedException {
        String node = Build.onPath("node");
        Build build = new Build("node");
        if (!Files.exists(build.directory().resolve("node_modules"))) {
            build.run(Build.onPath("npm"), "install", "--no-audit", "--no-fund", "--no-package-lock");
        }
        build.run(Build.onPath("npm"), "run", "bundle");
        Path bundle = build.directory().resolve("bundle");
        return new Contender(
                "Node.js " + build.run(node, "-p", "process.versions.node"),
                List.of(node, bundle.resolve("report.cjs").toString()),
                List.of(node, bundle.resolve("webhook.cjs").toString()),
                bundle,
                Map.of(
                        "AWS_EXECUTION_ENV",
                        "AWS_Lambda_nodejs20.x",
                        "NODE_EXTRA_CA_CERTS",
                        trust.certificate().toString()),
                build.zipped(bundle));
    }
}
