package io.github.wxpaycodegen.runtime.internal.xml;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * An element of XML that contains elements: their values by name. XML does not distinguish an object from a list of
 * one; JSON does, so its objects are other maps.
 */
public final class XmlElement extends AbstractMap<String, Object> {
    private final Map<String, Object> members;

    XmlElement(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return members.entrySet();
    }
}
