package io.github.wxpaycodegen.importer.internal.fact;

import java.util.Comparator;

/**
 * The name of a fact.
 *
 * @param uri the URI of the endpoint
 * @param method the method of the operation, in lower case
 * @param path the place within the operation: {@code request.amount.total}; empty for the operation itself
 * @param attribute the key of the spec language: {@code maxLength}. A value of an enum is {@code enum[SUCCESS]}
 */
public record FactKey(String uri, String method, String path, String attribute) implements Comparable<FactKey> {
    private static final Comparator<FactKey> ORDER = Comparator.comparing(FactKey::uri)
            .thenComparing(FactKey::method)
            .thenComparing(FactKey::path)
            .thenComparing(FactKey::attribute);

    /** Returns true if this is a fact of a field, not of an operation. */
    public boolean isOfField() {
        return !path.isEmpty();
    }

    /** Returns the kind of fact, without the value of an enum: {@code enum}. */
    public String kind() {
        int bracket = attribute.indexOf('[');
        return bracket < 0 ? attribute : attribute.substring(0, bracket);
    }

    /** Returns the value of an enum that this fact is about. */
    public String enumValue() {
        return attribute.substring(attribute.indexOf('[') + 1, attribute.length() - 1);
    }

    /** Returns another fact of the same field or operation. */
    public FactKey sibling(String other) {
        return new FactKey(uri, method, path, other);
    }

    @Override
    public int compareTo(FactKey other) {
        return ORDER.compare(this, other);
    }

    /** Returns the name that a decision uses: {@code v2/pay/orderquery post request.out_trade_no maxLength}. */
    @Override
    public String toString() {
        return uri + " " + method + " " + (path.isEmpty() ? "-" : path) + " " + attribute;
    }
}
