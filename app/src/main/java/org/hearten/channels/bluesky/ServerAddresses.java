package org.hearten.channels.bluesky;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.hearten.web.PublicAddresses;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Which servers may be spoken to: public ones over TLS, and this machine's own only where the setting allows it. */
@Component
class ServerAddresses {
    private final BlueskySettings settings;

    ServerAddresses(BlueskySettings settings) {
        this.settings = settings;
    }

    /** The address in a form that can be called, or empty if it may not be. */
    Optional<URI> allowed(String typed) {
        try {
            var address = URI.create(typed.contains("://") ? typed.strip() : "https://" + typed.strip());
            return isPlain(address) && (isPublic(address) || isOwnMachine(address))
                    ? Optional.of(
                            new URI(address.getScheme(), null, address.getHost(), address.getPort(), null, null, null))
                    : Optional.empty();
        } catch (IllegalArgumentException | URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /** Where the account's identity document says its repository is; the other, if it says nothing we may call. */
    URI ofRepository(JsonNode identityDocument, URI otherwise) {
        for (var service : identityDocument.path("service")) {
            if (service.path("id").asString("").endsWith("#atproto_pds")) {
                return allowed(service.path("serviceEndpoint").asString("")).orElse(otherwise);
            }
        }
        return otherwise;
    }

    private static boolean isPlain(URI address) {
        return address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null
                && (address.getPath().isEmpty() || address.getPath().equals("/"));
    }

    private static boolean isPublic(URI address) {
        return "https".equals(address.getScheme())
                && resolve(address)
                        .map(found -> Arrays.stream(found).allMatch(PublicAddresses::isPublic))
                        .orElse(true);
    }

    /** Only ever true where the setting allows it. */
    boolean isOwnMachine(URI address) {
        return settings.loopbackServers()
                && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && resolve(address)
                        .map(found -> Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress))
                        .orElse(false);
    }

    /** Empty when the name is not known now: the call itself will say so. */
    private static Optional<InetAddress[]> resolve(URI address) {
        try {
            return Optional.of(InetAddress.getAllByName(address.getHost()));
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }
}
