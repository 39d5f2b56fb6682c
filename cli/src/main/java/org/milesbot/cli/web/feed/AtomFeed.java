package org.milesbot.cli.web.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom, RFC 4287. */
final class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(Feed feed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            new AtomFeed(xml).write(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can be written to", e);
        }
        return text.toString();
    }

    private void write(Feed feed) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", feed.language().toLanguageTag());
        element("id", feed.urn());
        element("title", feed.title());
        element("subtitle", feed.subtitle());
        element("updated", time(feed.updated()));
        link("self", feed.self(), "application/atom+xml");
        link("alternate", feed.links().home(), "text/html");
        element("generator", "milesbot");
        for (Entry entry : feed.entries()) {
            write(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", entry.urn());
        element("title", entry.title());
        element("published", time(entry.published()));
        element("updated", time(entry.updated()));
        xml.writeStartElement("author");
        element("name", entry.source());
        xml.writeEndElement();
        link("alternate", entry.page(), "text/html");
        link("via", entry.read(), "text/html");
        for (String tag : entry.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", tag);
        }
        element("content", entry.text());
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void link(String relation, String address, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
