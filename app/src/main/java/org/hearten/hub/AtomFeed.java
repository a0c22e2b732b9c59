package org.hearten.hub;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an Atom feed. */
final class AtomFeed {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(Place place, List<Page> pages, String site) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new AtomFeed(xml).write(place, pages, site);
            xml.close();
        } catch (XMLStreamException failed) {
            throw new IllegalStateException("The feed could not be written", failed);
        }
        return bytes.toByteArray();
    }

    private void write(Place place, List<Page> pages, String site) throws XMLStreamException {
        xml.writeStartDocument("utf-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", place.words().lang());
        text("title", place.name());
        text("subtitle", place.about());
        text("id", site + place.path());
        text(
                "updated",
                FeedController.stamp(
                        pages.isEmpty()
                                ? java.time.Instant.EPOCH
                                : pages.getFirst().publishedAt()));
        link("alternate", "text/html", site + place.path());
        link("self", "application/atom+xml", site + place.path() + "/feed.atom");
        xml.writeStartElement("author");
        text("name", place.name());
        xml.writeEndElement();
        for (var page : pages) {
            entry(place, page, site);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Place place, Page page, String site) throws XMLStreamException {
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", page.language());
        text("id", "urn:uuid:" + page.id().value());
        text("title", page.title());
        text("published", FeedController.stamp(page.publishedAt()));
        text("updated", FeedController.stamp(page.publishedAt()));
        link("alternate", "text/html", site + place.address(page));
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(allowed(page.body()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void text(String element, String words) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(allowed(words));
        xml.writeEndElement();
    }

    private void link(String rel, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    /** XML 1.0 has no way to write most control characters, not even escaped. */
    private static String allowed(String words) {
        return words.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
