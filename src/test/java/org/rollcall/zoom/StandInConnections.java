package org.rollcall.zoom;

import com.github.tomakehurst.wiremock.http.trafficlistener.WiremockNetworkTrafficListener;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes over the connections of a {@link ZoomStandIn}, one of which can fall silent. */
final class StandInConnections implements WiremockNetworkTrafficListener {
    private static final Pattern REQUEST_LINE = Pattern.compile("(?m)^(?:GET|POST) \\S+ HTTP/1\\.1\\r?$");

    private final List<String> requestLines = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile String silentAt;
    private volatile Socket silentOn;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    /** Forgets all, and ends a silence. */
    void reset() {
        silentAt = null;
        silentOn = null;
        silence.countDown();
        requestLines.clear();
        opened.set(0);
    }

    /** Holds back what follows the head of the next answer to such a call, until it is reset. */
    void fallSilentAt(String call) {
        silence = new CountDownLatch(1);
        silentAt = call;
    }

    /** The request lines so far. */
    List<String> requestLines() {
        return List.copyOf(requestLines);
    }

    /** How many connections were opened so far. */
    int opened() {
        return opened.get();
    }

    @Override
    public void incoming(Socket socket, ByteBuffer bytes) {
        Matcher line = REQUEST_LINE.matcher(StandardCharsets.ISO_8859_1.decode(bytes));
        while (line.find()) {
            requestLines.add(line.group().strip());
            if (silentAt != null && line.group().contains(silentAt)) {
                silentAt = null;
                silentOn = socket;
            }
        }
    }

    @Override
    public void opened(Socket socket) {
        opened.incrementAndGet();
    }

    @Override
    public void outgoing(Socket socket, ByteBuffer bytes) {
        if (socket == silentOn) {
            try {
                silence.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void closed(Socket socket) {}
}
