package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;

/** A document is not the XML that the v2 protocol allows. The message says what it has and where, never its values. */
public final class XmlFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    XmlFormatException(String message) {
        super(message);
    }

    XmlFormatException(String message, Throwable cause) {
        super(message, ForeignText.cause(cause));
    }
}
