package io.github.wxpaycodegen.importer.internal.page;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;

/**
 * A token of TypeScript.
 *
 * @param text a name, a number or a sign; of a string, its content
 */
record Token(Kind kind, String text, SourceSpan span) {
    enum Kind {
        NAME,
        STRING,
        /** A text with values in it. */
        TEMPLATE,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind != Kind.STRING && kind != Kind.TEMPLATE && text.equals(sign);
    }
}
