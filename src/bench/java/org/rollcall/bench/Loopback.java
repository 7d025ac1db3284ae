package org.rollcall.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import org.rollcall.packaged.TestCertificate;

/** A server on loopback that plays one of the services a function talks to. */
abstract class Loopback implements AutoCloseable {
    protected final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final TestCertificate certificate;
    private final HttpServer server;

    /** @param certificate what it speaks TLS with; {@code null} to do without */
    Loopback(TestCertificate certificate) {
        this.certificate = certificate;
        server = vertx.createHttpServer(options(certificate))
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static HttpServerOptions options(TestCertificate certificate) {
        HttpServerOptions options = new HttpServerOptions().setHandle100ContinueAutomatically(true);
        return certificate == null
                ? options
                : options.setSsl(true)
                        .setKeyCertOptions(new PfxOptions()
                                .setPath(certificate.keyStore().toString())
                                .setPassword(TestCertificate.PASSWORD));
    }

    protected abstract void answer(HttpServerRequest request);

    final String url() {
        return (certificate == null ? "http" : "https") + "://127.0.0.1:" + server.actualPort();
    }

    @Override
    public final void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
