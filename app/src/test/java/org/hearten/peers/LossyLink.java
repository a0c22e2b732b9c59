package org.hearten.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The road to a real server, on which a message may be lost. A lost request never arrives; a lost answer belongs to a
 * request that did, which is the case that posts twice when somebody tries again without looking.
 */
public final class LossyLink implements AutoCloseable {
    private static final List<String> CARRIED = List.of("Authorization", "Content-Type", "Accept");

    private final URI server;
    private final HttpServer http;
    private final HttpClient onwards =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> losesAnswerTo = ConcurrentHashMap.newKeySet();
    private final Set<String> losesRequestTo = ConcurrentHashMap.newKeySet();

    public LossyLink(URI server) {
        this.server = server;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::carry);
        http.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    public void loseNextAnswerTo(String method) {
        losesAnswerTo.add(method);
    }

    public void loseNextRequestTo(String method) {
        losesRequestTo.add(method);
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var method = exchange.getRequestURI().getPath().replaceFirst("^/xrpc/", "");
            if (losesRequestTo.remove(method)) throw new IOException("lost on the way there");
            var request = HttpRequest.newBuilder(
                            server.resolve(exchange.getRequestURI().toString()))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            for (var header : CARRIED) {
                var value = exchange.getRequestHeaders().getFirst(header);
                if (value != null) request.header(header, value);
            }
            var response = onwards.send(request.build(), BodyHandlers.ofByteArray());
            if (losesAnswerTo.remove(method)) throw new IOException("lost on the way back");
            var told = new String(response.body(), StandardCharsets.UTF_8)
                    .replace(server.toString(), address().toString()) // an identity document would lead around us
                    .getBytes(StandardCharsets.UTF_8);
            response.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
            exchange.sendResponseHeaders(response.statusCode(), told.length == 0 ? -1 : told.length);
            exchange.getResponseBody().write(told);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
