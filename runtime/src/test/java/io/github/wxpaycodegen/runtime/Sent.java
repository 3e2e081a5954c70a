package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.Checker;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.UnknownFields;
import java.util.function.Consumer;

/** A request whose fields a test writes down in place. */
final class Sent extends Message {
    private final Consumer<FieldWriter> fields;

    Sent(Consumer<FieldWriter> fields) {
        super(UnknownFields.EMPTY);
        this.fields = fields;
    }

    @Override
    public void writeTo(FieldWriter out) {
        fields.accept(out);
    }

    @Override
    public void check(Checker checker) {
        // The tests that use this are not about rules.
    }
}
