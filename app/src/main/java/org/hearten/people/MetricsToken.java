package org.hearten.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.hearten.keys.Keys;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a monitoring system read the metrics with {@code Authorization: Bearer …}. The token follows from the keys
 * folder; {@code bin/hearten doctor} prints it.
 */
public class MetricsToken extends OncePerRequestFilter {
    static final String AUTHORITY = "metrics";

    private final String token;

    MetricsToken(Keys keys) {
        this.token = of(keys);
    }

    /** The token that belongs to these keys. */
    public static String of(Keys keys) {
        return HexFormat.of().formatHex(keys.hash("metrics", "token"));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent != null && MessageDigest.isEqual(bytes("Bearer " + token), bytes(sent))) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            AUTHORITY, null, AuthorityUtils.createAuthorityList(AUTHORITY)));
        }
        chain.doFilter(request, response);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
