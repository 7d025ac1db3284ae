package org.rollcall.packaged;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.rollcall.packaged.LambdaRuntimeApi.Answer;

/**
 * The zip that is deployed, run as a process of its own as Lambda runs it: its native executable, or else a JVM with
 * AWS's runtime interface client.
 */
public final class PackagedFunction implements AutoCloseable {
    private static final Path ZIP = Path.of("target", "function.zip");
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final LambdaRuntimeApi runtimeApi;
    private final Unpacked unpacked;
    private final Process process;
    private final Path log;

    private PackagedFunction(LambdaRuntimeApi runtimeApi, Unpacked unpacked, Process process, Path log) {
        this.runtimeApi = runtimeApi;
        this.unpacked = unpacked;
        this.process = process;
        this.log = log;
    }

    /** Unpacks the zip that was built last and starts it with what a function's configuration gives it. */
    public static PackagedFunction start(Map<String, String> environment) throws IOException {
        return start(environment, List.of());
    }

    /** The same with options that a JVM and a native executable understand: {@code -Dname=value}, {@code -Xmx256m}. */
    public static PackagedFunction start(Map<String, String> environment, List<String> options) throws IOException {
        return start(new Unpacked(ZIP), environment, options);
    }

    /** Starts what is unpacked. Closing the function deletes it. */
    public static PackagedFunction start(Unpacked unpacked, Map<String, String> environment) throws IOException {
        return start(unpacked, environment, List.of());
    }

    private static PackagedFunction start(Unpacked unpacked, Map<String, String> environment, List<String> options)
            throws IOException {
        LambdaRuntimeApi runtimeApi = new LambdaRuntimeApi();
        Path log = Files.createTempFile("rollcall-function-", ".log");
        // Both take options right behind the program's name.
        List<String> command = new ArrayList<>(unpacked.command());
        command.addAll(1, options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(unpacked.root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(lambdaEnvironment(runtimeApi.address(), unpacked.root()));
        if (!unpacked.isNative()) {
            builder.environment().put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        }
        builder.environment().putAll(environment);
        return new PackagedFunction(runtimeApi, unpacked, builder.start(), log);
    }

    /**
     * What Lambda gives every function (AWS Lambda developer guide: Defined runtime environment variables).
     *
     * @param runtimeApi {@link LambdaRuntimeApi#address()}
     * @param taskRoot where the function's zip is unpacked
     */
    public static Map<String, String> lambdaEnvironment(String runtimeApi, Path taskRoot) {
        return Map.ofEntries(
                Map.entry("_HANDLER", HANDLER),
                Map.entry("AWS_LAMBDA_RUNTIME_API", runtimeApi),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "rollcall"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/rollcall"),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef"),
                Map.entry("LAMBDA_TASK_ROOT", taskRoot.toString()),
                Map.entry("AWS_REGION", "eu-west-1"),
                Map.entry("AWS_DEFAULT_REGION", "eu-west-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                Map.entry("AWS_SESSION_TOKEN", "session-token-example"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"),
                Map.entry("PATH", "/usr/local/bin:/usr/bin/:/bin"));
    }

    /** Hands it an event and waits for the answer. */
    public Answer invoke(String event) {
        return invoke(event.getBytes(StandardCharsets.UTF_8), DEADLINE);
    }

    /**
     * Hands it an event and waits for the answer.
     *
     * @param deadline how much time it is told that it has
     * @throws IllegalStateException when the process ends instead of answering
     */
    public Answer invoke(byte[] event, Duration deadline) {
        CompletableFuture<Answer> answer = runtimeApi.begin(event, deadline);
        CompletableFuture.anyOf(answer, process.onExit()).join();
        if (!answer.isDone()) {
            throw new IllegalStateException("The function ended with " + process.exitValue() + ": " + log());
        }
        return answer.join();
    }

    public boolean isNative() {
        return unpacked.isNative();
    }

    /** Everything that it wrote to its standard output and error so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process and deletes what was unpacked for it. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        runtimeApi.close();
        Files.delete(log);
        unpacked.close();
    }

    /** The zip's content in a directory of its own. */
    public static final class Unpacked implements AutoCloseable {
        private final Path root;

        public Unpacked(Path zip) throws IOException {
            root = Files.createTempDirectory("rollcall-task-");
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    unpack(entry, in);
                }
            }
            bootstrap().toFile().setExecutable(true);
        }

        private void unpack(ZipEntry entry, InputStream content) throws IOException {
            Path target = root.resolve(entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                Files.copy(content, target);
            }
        }

        /** The directory. */
        public Path root() {
            return root;
        }

        private Path bootstrap() {
            return root.resolve("bootstrap");
        }

        /** Whether it holds a native executable. */
        public boolean isNative() {
            return Files.exists(bootstrap());
        }

        /** What Lambda runs. */
        public List<String> command() {
            if (isNative()) {
                return List.of(bootstrap().toString());
            }
            String classPath = String.join(
                    File.pathSeparator,
                    root.toString(),
                    root.resolve("lib").toString() + "/*",
                    jarOf(AWSLambda.class),
                    jarOf(PojoSerializer.class));
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    AWSLambda.class.getName(),
                    HANDLER);
        }

        private static String jarOf(Class<?> type) {
            try {
                return Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString();
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
