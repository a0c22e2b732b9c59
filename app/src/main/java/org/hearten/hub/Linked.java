package org.hearten.hub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the web addresses in a text, so that a template can make them links and escape everything else. */
public final class Linked {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`]{1,2000}");
    private static final String SCHEME_ENDS = "://";
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\t]*\\n+");
    private static final String CLOSING = ".,;:!?)]}।…";

    private Linked() {}

    public record Paragraph(List<Line> lines) {}

    public record Line(List<Piece> pieces) {}

    /** Some text, and where it leads if it is an address. */
    public record Piece(String text, @Nullable String address) {}

    static List<Paragraph> paragraphs(String text) {
        return EMPTY_LINES
                .splitAsStream(text.strip().replace("\r\n", "\n"))
                .map(paragraph ->
                        new Paragraph(paragraph.lines().map(Linked::line).toList()))
                .toList();
    }

    static Line line(String text) {
        return text.contains(SCHEME_ENDS) ? linked(text) : new Line(List.of(new Piece(text, null)));
    }

    private static Line linked(String text) {
        var pieces = new ArrayList<Piece>();
        var found = ADDRESS.matcher(text);
        var from = 0;
        while (found.find()) {
            var address = withoutClosing(found.group());
            if (isAddress(address)) {
                if (found.start() > from) {
                    pieces.add(new Piece(text.substring(from, found.start()), null));
                }
                pieces.add(new Piece(address, address));
                from = found.start() + address.length();
            }
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), null));
        }
        return new Line(pieces);
    }

    /** Whether it may stand in a link: http or https, with a host, and nobody's name and password in it. */
    static boolean isAddress(String address) {
        try {
            var uri = URI.create(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static String withoutClosing(String address) {
        var end = address.length();
        while (end > 0 && CLOSING.indexOf(address.charAt(end - 1)) >= 0 && !closesItsOwn(address, end)) {
            end--;
        }
        return address.substring(0, end);
    }

    /** {@code https://example.org/Dengue_(fever)} ends with a bracket of its own. */
    private static boolean closesItsOwn(String address, int end) {
        return address.charAt(end - 1) == ')' && address.lastIndexOf('(', end - 1) > address.lastIndexOf(')', end - 2);
    }
}
