package org.rollcall.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Does the same for many things, some at a time. */
public final class InParallel {
    /** How many at a time: S3's client has 50 connections (AWS SDK for Java: maxConnections). */
    public static final int WIDTH = 16;

    private InParallel() {}

    /**
     * Returns what came of each, in their order.
     *
     * @throws RuntimeException what the first threw that failed, when those that were begun with it are through
     */
    public static <A, B> List<B> map(List<A> things, Function<A, B> work, Executor executor) {
        List<B> results = new ArrayList<>();
        for (int from = 0; from < things.size(); from += WIDTH) {
            List<CompletableFuture<B>> begun = things.subList(from, Math.min(from + WIDTH, things.size())).stream()
                    .map(thing -> CompletableFuture.supplyAsync(() -> work.apply(thing), executor))
                    .toList();
            try {
                begun.forEach(future -> results.add(await(future)));
            } finally {
                begun.forEach(future -> future.exceptionally(failure -> null).join());
            }
        }
        return results;
    }

    /**
     * Waits for what was begun.
     *
     * @throws RuntimeException what it threw
     */
    public static <T> T await(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
