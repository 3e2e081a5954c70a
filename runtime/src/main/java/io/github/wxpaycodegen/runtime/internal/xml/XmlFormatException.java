package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;

/**
 * Exception for a document that is not valid v2 XML. The message says what is wrong and where, but shows no values.
 */
public final class XmlFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    XmlFormatException(String message) {
        super(message);
    }

    XmlFormatException(String message, Throwable cause) {
        super(message, ForeignText.cause(cause));
    }
}
