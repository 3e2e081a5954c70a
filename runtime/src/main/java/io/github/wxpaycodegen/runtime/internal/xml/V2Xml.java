package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.core.JsonParser;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.core.JsonToken;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.core.ObjectReadContext;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.core.ObjectWriteContext;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.dataformat.xml.XmlFactory;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.dataformat.xml.deser.FromXmlParser;
import io.github.wxpaycodegen.runtime.xml.internal.jackson.dataformat.xml.ser.ToXmlGenerator;
import io.github.wxpaycodegen.runtime.xml.internal.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads and writes the XML of v2: one root, one level of elements, text.
 *
 * <p>Reading rejects anything that could be ambiguous or refer outside of the document: DOCTYPE, entities, processing
 * instructions, comments, attributes, namespaces, another root, duplicate elements, nested elements, another encoding
 * than UTF-8, and content after the root.
 */
public final class V2Xml {
    private static final QName ROOT = new QName("xml");
    /** Names both StAX factories, because a lookup could find any implementation on the class path. */
    private static final XmlFactory FACTORY = XmlFactory.builder()
            .xmlInputFactory(new V2XmlInput())
            .xmlOutputFactory(new WstxOutputFactory())
            .build();

    private V2Xml() {}

    /**
     * Parses a flat message.
     *
     * @return the texts by element name, in document order
     * @throws XmlFormatException if the document is anything else
     */
    public static Map<String, String> read(byte[] document) throws XmlFormatException {
        return read(document, "xml", Integer.MAX_VALUE);
    }

    /**
     * Parses a message in which the elements with the given names may contain elements.
     *
     * @return the values by element name: a text, an {@link XmlElement} of such values, or a list for an
     *     element that repeats within its parent
     * @throws XmlFormatException if the document is anything else
     */
    public static Map<String, Object> read(byte[] document, String root, Set<String> nestable)
            throws XmlFormatException {
        return read(document, root, nestable, Integer.MAX_VALUE);
    }

    /**
     * Parses a flat message from an untrusted sender.
     *
     * @param maxElements the maximum number of elements in the root
     * @return the texts by element name, in document order
     * @throws XmlFormatException if the document is anything else
     */
    public static Map<String, String> read(byte[] document, String root, int maxElements) throws XmlFormatException {
        Map<String, String> flat = new LinkedHashMap<>();
        read(document, root, Set.of(), maxElements).forEach((name, value) -> flat.put(name, (String) value));
        return flat;
    }

    private static Map<String, Object> read(byte[] document, String root, Set<String> nestable, int maxElements)
            throws XmlFormatException {
        String text = decode(document);
        try {
            XMLStreamReader plain = FACTORY.getXMLInputFactory().createXMLStreamReader(new StringReader(text));
            refuseOtherEncodings(plain);
            GuardedXmlReader guarded = new GuardedXmlReader(plain, root, nestable, maxElements);
            guarded.goToRoot();
            try (FromXmlParser parser = FACTORY.createParser(ObjectReadContext.empty(), guarded)) {
                Map<String, Object> fields = readRoot(parser);
                guarded.drain();
                return fields;
            }
        } catch (RuntimeException | XMLStreamException | IOException e) {
            // Catches any unchecked exception: if the parser reports malformed text by another one, that must not break
            // a server.
            throw new XmlFormatException("it is not valid v2 XML: " + reason(e), e);
        }
    }

    /**
     * Returns the reason for a rejection. Of a parser's message it returns the first line; the others contain the
     * position.
     */
    private static String reason(Exception e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "");
        return message.lines().findFirst().map(ForeignText::sentence).orElse("it is malformed");
    }

    /**
     * Writes a message in the order of the map. Characters that XML cannot represent must have been rejected before.
     */
    public static byte[] write(Map<String, String> fields) {
        StringWriter text = new StringWriter(512);
        try (ToXmlGenerator out = (ToXmlGenerator) FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            out.setNextName(ROOT);
            out.initGenerator();
            out.writeStartObject();
            fields.forEach((name, value) -> {
                out.setNextName(new QName(name));
                out.writeName(name);
                out.writeString(value);
            });
            out.writeEndObject();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> readRoot(JsonParser parser) throws XmlFormatException {
        JsonToken first = parser.nextToken();
        // Jackson treats a root without elements as text: empty, or white space between its tags.
        if (first == JsonToken.VALUE_STRING || first == JsonToken.VALUE_NULL) {
            return new LinkedHashMap<>();
        }
        return readObject(parser);
    }

    private static Map<String, Object> readObject(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            Object value = readValue(parser);
            // White space between elements has no name. Other text was rejected before.
            if (!name.isEmpty()) {
                fields.merge(name, value, V2Xml::append);
            }
        }
        return fields;
    }

    private static Object readValue(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
            return new XmlElement(readObject(parser));
        }
        String text = token == JsonToken.VALUE_NULL ? null : parser.getString();
        return text == null ? "" : text;
    }

    private static Object append(Object earlier, Object next) {
        List<Object> all = new ArrayList<>(earlier instanceof List<?> list ? list : List.of(earlier));
        all.add(next);
        return all;
    }

    private static String decode(byte[] document) throws XmlFormatException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new XmlFormatException("the body is not UTF-8", e);
        }
    }

    private static void refuseOtherEncodings(XMLStreamReader reader) throws XmlFormatException {
        String declared = reader.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
            throw new XmlFormatException(
                    "the XML declares the encoding " + ForeignText.shown(declared) + ", but v2 messages must be UTF-8");
        }
    }
}
