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
    /** Attribute of a key that stands for a whole field. */
    public static final String FIELD = "field";
    /** Attribute of a key that stands for a whole operation. */
    public static final String OPERATION = "operation";

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

    /** Returns the operation that this fact is about, as a key without path and attribute. */
    public FactKey operation() {
        return new FactKey(uri, method, "", "");
    }

    /**
     * Returns true if another fact is this one, or a part of the field or operation that this key stands for as a
     * whole: with the attribute {@link #FIELD} or {@link #OPERATION}.
     */
    public boolean covers(FactKey other) {
        boolean sameOperation = uri.equals(other.uri) && method.equals(other.method);
        if (attribute.equals(OPERATION)) {
            return sameOperation;
        } else if (attribute.equals(FIELD)) {
            return sameOperation && (other.path.equals(path) || other.path.startsWith(path + "."));
        }
        return equals(other);
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
