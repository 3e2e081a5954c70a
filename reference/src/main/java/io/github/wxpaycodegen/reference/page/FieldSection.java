package io.github.wxpaycodegen.reference.page;

import io.github.wxpaycodegen.reference.text.Text;
import java.util.List;

/**
 * The fields of one part of a message, such as the query.
 *
 * @param anchor the id of its heading, which begins the ids of its fields
 * @param notes sentences about the part
 * @param rules rules over several fields
 */
public record FieldSection(String anchor, String title, List<Text> notes, List<String> rules, List<FieldNode> fields) {
    public FieldSection {
        notes = List.copyOf(notes);
        rules = List.copyOf(rules);
        fields = List.copyOf(fields);
    }

    /** Returns the number of all fields, at any depth. */
    public int size() {
        return fields.stream().mapToInt(FieldNode::size).sum();
    }
}
