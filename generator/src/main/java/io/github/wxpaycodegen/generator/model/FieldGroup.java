package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;

/**
 * A rule over several fields of one object.
 *
 * @param names the wire names of two or more fields of the object
 */
public record FieldGroup(SourceSpan span, Kind kind, List<String> names) {
    public FieldGroup {
        names = List.copyOf(names);
    }

    /** Number of the fields that must be present. */
    public enum Kind {
        EXACTLY_ONE_OF,
        AT_LEAST_ONE_OF
    }
}
