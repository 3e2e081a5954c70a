package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.xml.internal.wstx.util.SymbolTable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of one document. The parser's own table chains names of one hash, so that a document of such names takes a time
 * quadratic in its length; it also outlives the document, so that strangers could fill it.
 */
final class XmlNames extends SymbolTable {
    /** The table of the superclass stays empty. */
    private static final int UNUSED = 8;

    /** Sorts names of one hash into a tree, so a lookup compares few of them. */
    private final Map<String, String> names = new HashMap<>();

    XmlNames() {
        super(false, UNUSED);
        // The parser compares these two by identity with its own, which are interned as literals are.
        names.put("xml", "xml");
        names.put("xmlns", "xmlns");
    }

    @Override
    public String findSymbol(char[] buffer, int start, int length, int hash) {
        return findSymbol(new String(buffer, start, length));
    }

    @Override
    public String findSymbol(String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    @Override
    public @Nullable String findSymbolIfExists(char[] buffer, int start, int length, int hash) {
        return names.get(new String(buffer, start, length));
    }

    /** Returns false: nothing of one document is kept for the next. */
    @Override
    public boolean isDirty() {
        return false;
    }
}
