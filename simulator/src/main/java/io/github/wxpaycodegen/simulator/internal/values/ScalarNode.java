package io.github.wxpaycodegen.simulator.internal.values;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A JSON scalar: string, number, boolean or null. */
public final class ScalarNode extends JsonNode {
    static final ScalarNode NULL = new ScalarNode(Kind.NULL, "");

    enum Kind {
        STRING,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        NULL
    }

    private final Kind kind;
    private final String text;

    private ScalarNode(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /** Returns a string. */
    public static ScalarNode of(String text) {
        return new ScalarNode(Kind.STRING, text);
    }

    /** Returns an integer. */
    public static ScalarNode of(long number) {
        return integer(Long.toString(number));
    }

    /** Returns a number. */
    public static ScalarNode of(BigDecimal number) {
        return decimal(number.toPlainString());
    }

    /** Returns a boolean. */
    public static ScalarNode of(boolean value) {
        return new ScalarNode(Kind.BOOLEAN, Boolean.toString(value));
    }

    /** Returns an integer of any size, as it is spelled. */
    static ScalarNode integer(String digits) {
        return new ScalarNode(Kind.INTEGER, digits);
    }

    /** Returns a number that is not an integer, as it is spelled. */
    static ScalarNode decimal(String digits) {
        return new ScalarNode(Kind.DECIMAL, digits);
    }

    Kind kind() {
        return kind;
    }

    /** Returns this node, which is immutable. */
    @Override
    ScalarNode deepCopy() {
        return this;
    }

    @Override
    Collection<JsonNode> children() {
        return List.of();
    }

    @Override
    public String asString() {
        return text;
    }

    @Override
    void write(JsonGenerator out) {
        switch (kind) {
            case STRING -> out.writeString(text);
            case INTEGER, DECIMAL -> out.writeNumber(text);
            case BOOLEAN -> out.writeBoolean(Boolean.parseBoolean(text));
            case NULL -> out.writeNull();
        }
    }
}
