package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.xml.internal.stax2.ri.Stax2ReaderAdapter;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets through only what a v2 message may have: one root of the expected name, below it elements with text, each name
 * once. Whoever reads behind it sees the one meaning that the document can have, so that what is verified and what is
 * bound cannot differ.
 */
final class GuardedXmlReader extends Stax2ReaderAdapter {
    private static final int MAX_DEPTH = 16;

    private final String root;
    private final Set<String> nestable;
    private final int maxElements;
    private final Set<String> seen = new HashSet<>();
    private int depth;
    private int elements;
    private boolean nesting;

    GuardedXmlReader(XMLStreamReader reader, String root, Set<String> nestable, int maxElements) {
        super(reader);
        this.maxElements = maxElements;
        this.root = root;
        this.nestable = nestable;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enter();
            case XMLStreamConstants.END_ELEMENT -> leave();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> refuseTextBetweenElements();
            case XMLStreamConstants.SPACE, XMLStreamConstants.END_DOCUMENT -> {}
            case XMLStreamConstants.DTD -> throw refusal("a DOCTYPE");
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw refusal("a processing instruction");
            case XMLStreamConstants.COMMENT -> throw refusal("a comment");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw refusal("an entity reference");
            default -> throw refusal("an event of type " + event);
        }
        return event;
    }

    /** Goes to the start of the root. */
    void goToRoot() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            if (!hasNext()) {
                throw refusal("no root");
            }
        }
    }

    /** Reads what follows the current position to the end of the document, which must be nothing. */
    void drain() throws XMLStreamException {
        while (hasNext()) {
            next();
        }
    }

    private void enter() throws XMLStreamException {
        // The root is not one of them.
        if (elements++ > maxElements) {
            throw refusal("more than " + maxElements + " elements");
        }
        if (getAttributeCount() > 0) {
            throw refusal("an attribute");
        }
        if (getNamespaceCount() > 0 || (getPrefix() != null && !getPrefix().isEmpty())) {
            throw refusal("a namespace");
        }
        depth++;
        if (depth == 1) {
            if (!getLocalName().equals(root)) {
                throw refusal("another root than <" + root + ">");
            }
        } else if (depth == 2) {
            nesting = nestable.contains(getLocalName());
            // What may have elements of its own may be a list, and is not signed.
            if (!seen.add(getLocalName()) && !nesting) {
                throw refusal("the element <" + ForeignText.shown(getLocalName()) + "> twice");
            }
        } else if (!nesting || depth > MAX_DEPTH) {
            throw refusal("the element <" + ForeignText.shown(getLocalName()) + "> within another field");
        }
    }

    private void leave() {
        depth--;
    }

    private void refuseTextBetweenElements() throws XMLStreamException {
        if (depth == 1 && !isWhiteSpace()) {
            throw refusal("text between its elements");
        }
    }

    private XMLStreamException refusal(String what) {
        return new XMLStreamException(
                "it has " + what + " in line " + getLocation().getLineNumber());
    }
}
