package org.rollcall.zoom.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.report.MeetingType;
import org.rollcall.zoom.api.Pages;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.call.InTime;
import org.rollcall.zoom.error.PageTokenExpiredException;

class ParticipantPagesTest {
    /** No page has another's rows. */
    private static final AtomicLong CHECKSUMS = new AtomicLong();

    private static final ParticipantsPage LAST = page("");

    private final AtomicInteger begun = new AtomicInteger();
    /** Counts in its caller's thread: what is not begun by then never is. */
    private final ExecutorService executor =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>()) {
                @Override
                public void execute(Runnable work) {
                    begun.incrementAndGet();
                    super.execute(work);
                }
            };

    private final Map<String, CompletableFuture<ParticipantsPage>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Consumer<String>>> asked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void asksForThePageAfterTheNextOnceTheNextOnesTokenIsIn() {
        ParticipantPages pages = pages("2");
        pages.next();
        ahead("2").accept("3");
        ahead("3").accept("4");
        assertThat(begun).as("two pages ahead, not three").hasValue(2);
        answer("2", page("3"));
        pages.next();
        ahead("4");
        answer("3", page("4"));
        answer("4", LAST);
        assertThat(pages.next().nextPageToken()).isEqualTo("4");
        assertThat(pages.next().nextPageToken()).isEmpty();
        assertThat(pages.hasNext()).isFalse();
        assertThat(order).containsExactly("2", "3", "4");
    }

    @Test
    void asksOnceThePageIsInWhereItsTokenIsKnownNoSooner() {
        ParticipantPages pages = pages("2");
        pages.next();
        ahead("2").accept(null);
        answer("2", page("3"));
        answer("3", LAST);
        pages.next();
        assertThat(pages.next().nextPageToken()).isEmpty();
        assertThat(order).containsExactly("2", "3");
    }

    @Test
    void followsThePagesOwnTokenWhenItWasAskedForAgainAndHasAnother() throws InterruptedException {
        ParticipantPages pages = pages("2");
        pages.next();
        ahead("2").accept("stale");
        ahead("stale");
        answer("2", page("3"));
        answer("3", LAST);
        pages.next();
        assertThat(pages.next().nextPageToken()).isEmpty();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotAskTwiceByOneToken() {
        ParticipantPages pages = pages("2");
        pages.next();
        ahead("2").accept("2");
        answer("2", page("2"));
        assertThatThrownBy(pages::next).isInstanceOf(PageTokenExpiredException.class);
        assertThat(begun).hasValue(1);
    }

    @Test
    void closingEndsWhatIsUnderWay() throws InterruptedException {
        ParticipantPages pages = pages("2");
        pages.next();
        Consumer<String> ahead = ahead("2");
        pages.close();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        ahead.accept("3");
        assertThat(begun).hasValue(1);
    }

    private ParticipantPages pages(String second) {
        return new ParticipantPages(
                "meeting 93201235621",
                MeetingType.PAST,
                CompletableFuture.completedFuture(page(second)),
                this::ask,
                new InTime(
                        "meeting 93201235621", executor, Deadline.in(Duration.ofMinutes(1), InstantSource.system())));
    }

    private ParticipantsPage ask(String token, Consumer<String> ahead) {
        order.add(token);
        of(asked, token).complete(ahead);
        try {
            return of(answers, token).get();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a page is asked for. */
    private Consumer<String> ahead(String token) {
        return of(asked, token).orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void answer(String token, ParticipantsPage page) {
        of(answers, token).complete(page);
    }

    private static <T> CompletableFuture<T> of(Map<String, CompletableFuture<T>> map, String token) {
        return map.computeIfAbsent(token, any -> new CompletableFuture<>());
    }

    private static ParticipantsPage page(String next) {
        return new ParticipantsPage(
                -1, next, Pages.rows("{}"), CHECKSUMS.incrementAndGet(), Collections.emptySortedMap());
    }
}
