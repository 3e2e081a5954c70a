package io.github.wxpaycodegen.generator.inventory;

/**
 * A place where a spec says something else than the sources say together.
 *
 * @param declaration a declared field, or a field or message that is not declared
 * @param change {@code required: no (go) -> yes}
 */
record Difference(String declaration, String change) {
    Difference(String declaration, String aspect, String documented, String specified) {
        this(declaration, aspect + ": " + documented + " -> " + specified);
    }

    @Override
    public String toString() {
        return declaration + " ; " + change;
    }
}
