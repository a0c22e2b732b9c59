package org.hearten.channels.bluesky;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server that says what it is told to say, in the order it was told. Good for what the real one cannot be made to do. */
class AServer implements AutoCloseable {
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer http;

    AServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/xrpc/", this::answer);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    AServer on(String method, int status, String body) {
        return on(method, status, body, Map.of());
    }

    AServer on(String method, int status, String body, Map<String, String> headers) {
        return on(method, exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    AServer on(String method, Reply reply) {
        replies.computeIfAbsent(method, _ -> new ArrayDeque<>()).add(reply);
        return this;
    }

    /** The connection ends without a word, after the request was read. */
    AServer hangsUpOn(String method) {
        return on(method, exchange -> {
            throw new IOException("hanging up");
        });
    }

    /** No answer comes for as long as anybody waits. */
    AServer keepsWaitingOn(String method) {
        return on(method, exchange -> {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestURI().getPath().substring("/xrpc/".length());
            exchange.getRequestBody().readAllBytes();
            asked.add(method);
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var queue = replies.get(method);
            var reply = queue == null ? null : queue.size() > 1 ? queue.remove() : queue.peek();
            if (reply == null) {
                exchange.sendResponseHeaders(501, -1);
            } else {
                reply.to(exchange);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
    }
}
