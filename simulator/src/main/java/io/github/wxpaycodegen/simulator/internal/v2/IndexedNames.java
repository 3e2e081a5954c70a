package io.github.wxpaycodegen.simulator.internal.v2;

/**
 * Builds wire names of indexed fields from templates and the positions of elements.
 *
 * @param outer the position in the outer group; empty outside of groups
 * @param inner the position in the inner group; empty outside of inner groups
 */
public record IndexedNames(String outer, String inner) {
    /** Names outside of groups, which are those of the spec. */
    public static final IndexedNames NONE = new IndexedNames("", "");

    /** Returns the names within the element of a group at a position. */
    public IndexedNames at(int position) {
        return outer.isEmpty()
                ? new IndexedNames(Integer.toString(position), "")
                : new IndexedNames(outer, Integer.toString(position));
    }

    /** Returns the wire name of a template. */
    public String of(String template) {
        return outer.isEmpty() ? template : template.replace("$n", outer).replace("$m", inner);
    }
}
