package io.github.wxpaycodegen.runtime.message;

/**
 * A field that a caller put on a message.
 *
 * @param encrypted whether the value is a text that is encrypted with the gateway's key on its way out
 */
record PutField(JsonValue value, boolean encrypted) {
    /** Writes the field; nothing is known of it, so people do not see its value. */
    void writeTo(FieldWriter out, String name) {
        FieldWriter writer = out.sensitive().emoji();
        if (encrypted) {
            writer.encrypted().string(name, value.text());
        } else {
            writer.json(name, value);
        }
    }
}
