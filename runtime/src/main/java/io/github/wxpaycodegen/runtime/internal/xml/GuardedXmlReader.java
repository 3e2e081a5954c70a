package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.xml.internal.stax2.ri.Stax2ReaderAdapter;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Accepts only what a v2 message may contain: one root element with the expected name, and in it elements with text,
 * each name once. Code that reads through it sees an unambiguous document, so verification and conversion cannot
 * differ.
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

    /** Moves to the start of the root. */
    void goToRoot() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            if (!hasNext()) {
                throw refusal("no root");
            }
        }
    }

    /** Reads the rest of the document, which must be empty. */
    void drain() throws XMLStreamException {
        while (hasNext()) {
            next();
        }
    }

    private void enter() throws XMLStreamException {
        // The root does not count.
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
                throw refusal("a root element other than <" + root + ">");
            }
        } else if (depth == 2) {
            nesting = nestable.contains(getLocalName());
            // An element that may contain elements may be a list, and is not signed.
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
                "it contains " + what + " on line " + getLocation().getLineNumber());
    }
}
