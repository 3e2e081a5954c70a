package io.github.wxpaycodegen.simulator.internal.v2;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML documents of v2: the root {@code xml}, and in it elements with text, each name once.
 *
 * <p>Everything else is rejected, above all constructs that could be ambiguous or refer outside of the document:
 * DOCTYPE, entities, processing instructions, comments, attributes, namespaces, nested elements, and encodings other
 * than UTF-8. It uses the parser of the JDK, not that of the runtime, so that they do not share a defect.
 */
public final class V2XmlReader {
    private static final String ROOT = "xml";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.$-]*");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*");

    private final XMLStreamReader reader;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private V2XmlReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Exception for a document that is not valid v2 XML. The message contains no values. */
    public static final class FormatException extends Exception {
        private static final long serialVersionUID = 1L;

        private FormatException(String message) {
            super(message);
        }
    }

    /** Returns the text by element name, in the order of the document. */
    public static Map<String, String> read(byte[] document) throws FormatException {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(decode(document)));
            try {
                return new V2XmlReader(reader).document();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            // The parser's message may quote the document.
            throw new FormatException("it is malformed XML");
        }
    }

    private static XMLInputFactory factory() {
        // Not newFactory(), which returns any implementation on the class path. One per document, because factories are
        // not thread-safe.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("the document refers to another one");
        });
        return factory;
    }

    private static String decode(byte[] document) throws FormatException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FormatException("it is not UTF-8");
        }
    }

    private Map<String, String> document() throws XMLStreamException, FormatException {
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw new FormatException("it declares an encoding other than UTF-8");
        }
        if ("1.1".equals(reader.getVersion())) {
            throw new FormatException("it is XML 1.1");
        }
        expect(reader.next() == XMLStreamConstants.START_ELEMENT && isPlain(ROOT));
        int event = nextBesideSpace();
        while (event == XMLStreamConstants.START_ELEMENT) {
            element();
            event = nextBesideSpace();
        }
        expect(event == XMLStreamConstants.END_ELEMENT);
        expect(nextBesideSpace() == XMLStreamConstants.END_DOCUMENT);
        return fields;
    }

    private void element() throws XMLStreamException, FormatException {
        String name = reader.getLocalName();
        expect(NAME.matcher(name).matches() && isPlain(name));
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            expect(isText(event));
            text.append(reader.getText());
        }
        if (fields.put(name, text.toString()) != null) {
            throw new FormatException("it contains an element twice");
        }
    }

    /** Returns the next event, skipping white space. */
    private int nextBesideSpace() throws XMLStreamException {
        int event = reader.next();
        while (isText(event) && SPACE.matcher(reader.getText()).matches()) {
            event = reader.next();
        }
        return event;
    }

    private boolean isPlain(String name) {
        return reader.getLocalName().equals(name) && reader.getAttributeCount() == 0;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private static void expect(boolean right) throws FormatException {
        if (!right) {
            throw new FormatException("it is not a root element xml with one level of text elements");
        }
    }
}
