package io.github.wxpaycodegen.simulator.internal.v2;

/**
 * The names on the wire of fields in a group of indexed fields: the templates with the positions of the elements in
 * them.
 *
 * @param outer the position in the outer group; empty outside any group
 * @param inner the position in a group within the group; empty outside one
 */
public record IndexedNames(String outer, String inner) {
    /** Outside any group: names are what the spec says. */
    public static final IndexedNames NONE = new IndexedNames("", "");

    /** Within the element of a group at this position. */
    public IndexedNames at(int position) {
        return outer.isEmpty()
                ? new IndexedNames(Integer.toString(position), "")
                : new IndexedNames(outer, Integer.toString(position));
    }

    /** The name on the wire. */
    public String of(String template) {
        return outer.isEmpty() ? template : template.replace("$n", outer).replace("$m", inner);
    }
}
