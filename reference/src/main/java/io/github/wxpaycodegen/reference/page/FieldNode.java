package io.github.wxpaycodegen.reference.page;

import io.github.wxpaycodegen.reference.text.Text;
import java.util.List;

/**
 * A field, with the fields of its object. A text is empty if the spec has none.
 *
 * @param name the wire name
 * @param type {@code string}, {@code integer[]}
 * @param need {@code required} of a request, {@code always present} of a response, in the language; empty if optional
 * @param marks what to know before all else: encrypted, personal data, filled in by the client
 * @param descriptions additional information: about the field, then about its type
 * @param facts limits, unit and form, one short phrase each
 * @param deprecated why it should no longer be used
 */
public record FieldNode(
        String name,
        String title,
        String type,
        String need,
        List<String> marks,
        List<Text> descriptions,
        List<String> facts,
        List<FieldValue> values,
        String example,
        Text deprecated,
        List<FieldNode> children) {
    public FieldNode {
        marks = List.copyOf(marks);
        descriptions = List.copyOf(descriptions);
        facts = List.copyOf(facts);
        values = List.copyOf(values);
        children = List.copyOf(children);
    }

    /** Returns its name as a part of the id of its element: links would have to escape {@code $}. */
    public String key() {
        return name.replace('$', '-');
    }

    /** Returns the number of fields in this tree, itself included. */
    public int size() {
        return 1 + children.stream().mapToInt(FieldNode::size).sum();
    }

    /** Returns this field as a segment of a path: with another need, and with values that are texts in Java. */
    public FieldNode ofPath(String other) {
        List<FieldValue> texts =
                values.stream().map(FieldValue::withoutConstant).toList();
        return new FieldNode(
                name, title, type, other, marks, descriptions, facts, texts, example, deprecated, children);
    }
}
