package io.github.wxpaycodegen.runtime.internal.xml;

import io.github.wxpaycodegen.runtime.xml.internal.wstx.util.SymbolTable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names in one document. The parser's own table chains names with equal hashes, so a document of such names would
 * take quadratic time. It also outlives the document, so attackers could fill it.
 */
final class XmlNames extends SymbolTable {
    /** The table of the superclass stays empty. */
    private static final int UNUSED = 8;

    /** HashMap turns entries with equal hashes into a tree, so a lookup compares only a few. */
    private final Map<String, String> names = new HashMap<>();

    XmlNames() {
        super(false, UNUSED);
        // The parser compares these two by identity with its own names, which are interned like literals.
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

    /** Returns false, so that nothing of one document is kept for the next. */
    @Override
    public boolean isDirty() {
        return false;
    }
}
