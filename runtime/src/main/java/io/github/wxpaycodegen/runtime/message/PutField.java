package io.github.wxpaycodegen.runtime.message;

/**
 * A field that a caller put on a message.
 *
 * @param encrypted true if the value is a text that is encrypted with the gateway's key when it is sent
 */
record PutField(JsonValue value, boolean encrypted) {
    /** Writes the field as sensitive, because its meaning is unknown. */
    void writeTo(FieldWriter out, String name) {
        FieldWriter writer = out.sensitive().emoji();
        if (encrypted) {
            writer.encrypted().string(name, value.text());
        } else {
            writer.json(name, value);
        }
    }
}
