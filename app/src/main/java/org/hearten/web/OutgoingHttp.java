package org.hearten.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The one door for HTTP that leaves. A name is resolved once and the connection goes to that very address, so that a
 * name cannot turn into a machine of ours between the look and the call; each redirect is looked at afresh; size and
 * time have limits. It never throws for what the network does: the answer says which of a few words it was.
 */
@Component
public class OutgoingHttp implements DisposableBean {
    private static final Timeout CONNECT_WITHIN = Timeout.ofSeconds(5);
    private static final int REDIRECTS_AT_MOST = 5;

    private final CloseableHttpClient anywherePublic = client(false);
    private final CloseableHttpClient anywhere = client(true);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outgoing-http").factory());

    /**
     * One call. {@code privateAllowed} is for addresses an operator configured, such as a server on the same network;
     * an address that an author, a visitor or another server gave never has it.
     */
    public record Call(
            String method,
            URI address,
            Map<String, String> headers,
            byte @Nullable [] body,
            Duration within,
            int bytesAtMost,
            boolean privateAllowed) {
        public static Call get(URI address, Duration within, int bytesAtMost) {
            return new Call("GET", address, Map.of(), null, within, bytesAtMost, false);
        }

        public static Call post(URI address, String mediaType, byte[] body, Duration within, int bytesAtMost) {
            return new Call("POST", address, Map.of("Content-Type", mediaType), body, within, bytesAtMost, false);
        }

        public Call with(Map<String, String> more) {
            return new Call(method, address, more, body, within, bytesAtMost, privateAllowed);
        }

        public Call configuredByOperator() {
            return new Call(method, address, headers, body, within, bytesAtMost, true);
        }

        /** A redirect never takes a body or a secret along. */
        private Call redirectedTo(URI next) {
            return new Call("GET", next, Map.of(), null, within, bytesAtMost, privateAllowed);
        }
    }

    /** What came of it. */
    public sealed interface Answer {
        record Answered(int status, Map<String, String> headers, byte[] body, URI from) implements Answer {
            /** Header names are lower-case here. */
            public Optional<String> header(String name) {
                return Optional.ofNullable(headers.get(name));
            }
        }

        record Failed(Failure failure) implements Answer {}
    }

    public enum Failure {
        NAME_NOT_FOUND,
        PRIVATE_ADDRESS,
        REFUSED,
        BAD_CERTIFICATE,
        NOT_HTTP,
        TOO_SLOW,
        CUT_OFF,
        TOO_LARGE,
        TOO_MANY_REDIRECTS;

        /** Whether the request may have reached the server and changed something there, though no answer came. */
        public boolean mayHaveArrived() {
            return switch (this) {
                case NAME_NOT_FOUND, PRIVATE_ADDRESS, REFUSED, BAD_CERTIFICATE, NOT_HTTP -> false;
                case TOO_SLOW, CUT_OFF, TOO_LARGE, TOO_MANY_REDIRECTS -> true;
            };
        }
    }

    public Answer send(Call call) {
        var deadline = System.nanoTime() + call.within().toNanos();
        var next = call;
        for (int followed = 0; followed <= REDIRECTS_AT_MOST; followed++) {
            var answer = once(next, deadline);
            // What was posted is never sent on: the redirect itself is the answer.
            var onward =
                    answer instanceof Answer.Answered answered && next.method().equals("GET")
                            ? redirect(answered)
                            : Optional.<URI>empty();
            if (onward.isEmpty()) {
                return answer;
            }
            next = next.redirectedTo(onward.get());
        }
        return new Answer.Failed(Failure.TOO_MANY_REDIRECTS);
    }

    @Override
    public void destroy() throws IOException {
        clock.shutdownNow();
        anywherePublic.close();
        anywhere.close();
    }

    private Answer once(Call call, long deadline) {
        var left = Duration.ofNanos(deadline - System.nanoTime());
        if (!left.isPositive()) {
            return new Answer.Failed(Failure.TOO_SLOW);
        } else if (!isHttp(call.address())) {
            return new Answer.Failed(Failure.NOT_HTTP);
        }
        var request = request(call, left);
        var late = new AtomicBoolean();
        // The client's own limits are per read; this one holds for the whole of it, however slowly it trickles.
        var alarm = clock.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                left.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return (call.privateAllowed() ? anywhere : anywherePublic)
                    .execute(request, response -> read(response, call));
        } catch (IOException failed) {
            return new Answer.Failed(late.get() ? Failure.TOO_SLOW : word(failed));
        } finally {
            alarm.cancel(false);
        }
    }

    private static HttpUriRequestBase request(Call call, Duration left) {
        var request = new HttpUriRequestBase(call.method(), call.address());
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(left))
                .setConnectionRequestTimeout(Timeout.of(left))
                .build());
        call.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                request.setHeader(name, value);
            }
        });
        if (call.body() != null) {
            var type = call.headers().getOrDefault("Content-Type", "application/octet-stream");
            request.setEntity(new ByteArrayEntity(call.body(), ContentType.parse(type)));
        }
        return request;
    }

    private static Answer read(ClassicHttpResponse response, Call call) throws IOException {
        var headers = new java.util.HashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(java.util.Locale.ROOT), header.getValue());
        }
        var entity = response.getEntity();
        if (entity == null) {
            return new Answer.Answered(response.getCode(), Map.copyOf(headers), new byte[0], call.address());
        }
        try (InputStream content = entity.getContent()) {
            var body = content.readNBytes(call.bytesAtMost() + 1);
            if (body.length > call.bytesAtMost()) {
                throw new TooLarge();
            }
            return new Answer.Answered(response.getCode(), Map.copyOf(headers), body, call.address());
        }
    }

    private static Optional<URI> redirect(Answer.Answered answered) {
        var isRedirect = List.of(301, 302, 303, 307, 308).contains(answered.status());
        return isRedirect
                ? answered.header("location").flatMap(location -> resolved(answered.from(), location))
                : Optional.empty();
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return Optional.of(from.resolve(new URI(location)));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isHttp(URI address) {
        return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                && address.getHost() != null
                && address.getUserInfo() == null;
    }

    private static Failure word(IOException failed) {
        return switch (failed) {
            case PrivateAddress _ -> Failure.PRIVATE_ADDRESS;
            case TooLarge _ -> Failure.TOO_LARGE;
            case UnknownHostException _ -> Failure.NAME_NOT_FOUND;
            case ConnectTimeoutException _ -> Failure.REFUSED;
            case ConnectException _ -> Failure.REFUSED;
            case NoRouteToHostException _ -> Failure.REFUSED;
            case SSLHandshakeException _ -> Failure.BAD_CERTIFICATE;
            case SSLPeerUnverifiedException _ -> Failure.BAD_CERTIFICATE;
            case SocketTimeoutException _ -> Failure.TOO_SLOW;
            default -> Failure.CUT_OFF;
        };
    }

    private static CloseableHttpClient client(boolean privateAllowed) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(privateAllowed))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT_WITHIN)
                        .build())
                .setMaxConnPerRoute(10)
                .setMaxConnTotal(50)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Hearten")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression() // so that what is counted is what came
                .build();
    }

    /** What it resolves is what gets connected to; the client never asks again. */
    private record Checked(boolean privateAllowed) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = PublicAddresses.named(host);
            for (var address : addresses) {
                if (!privateAllowed && !PublicAddresses.isPublic(address)) {
                    throw new PrivateAddress(host);
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class PrivateAddress extends UnknownHostException {
        PrivateAddress(String host) {
            super(host);
        }
    }

    private static final class TooLarge extends IOException {}
}
