package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that cannot be put on a message because of its declared fields.
 *
 * <p>Elements of a numbered group write their fields as templates, {@code coupon_id_$n}; a put field has the wire name.
 */
final class PutFieldRules extends PlainFieldWriter {
    private final String path;
    private final PutFields put;
    private final List<String> problems;
    private final UnaryOperator<String> wireName;

    private PutFieldRules(String path, PutFields put, List<String> problems, UnaryOperator<String> wireName) {
        this.path = path;
        this.put = put;
        this.problems = problems;
        this.wireName = wireName;
    }

    /** Checks the fields that were put on the message itself, but not on its parts. */
    static void check(String path, Message message, List<String> problems) {
        PutFields put = message.putFields();
        if (!put.isEmpty()) {
            message.writeFields(new PutFieldRules(path, put, problems, UnaryOperator.identity()));
        }
    }

    @Override
    protected void value(String name, Object value) {
        String onWire = wireName.apply(name);
        if (put.contains(onWire)) {
            problem(onWire, "is both set and put: remove one of them");
        }
    }

    @Override
    public void file(String name, @Nullable UploadFile value) {
        if (put.contains(name)) {
            problem(name, "is a file and cannot be put: set it with its own method");
        }
    }

    @Override
    public void indexed(String name, @Nullable List<? extends Message> values) {
        for (int i = 0; values != null && i < values.size(); i++) {
            int index = i;
            UnaryOperator<String> numbering = template -> wireName.apply(IndexedNames.numbered(template, index));
            values.get(i).writeFields(new PutFieldRules(path, put, problems, numbering));
        }
    }

    @Override
    public FieldWriter encrypted() {
        return new PlainFieldWriter() {
            @Override
            void field(String name, @Nullable Object value) {
                PutField field = put.asMap().get(wireName.apply(name));
                if (field != null && !field.encrypted()) {
                    problem(name, "is encrypted when it is sent: put it with putEncryptedField");
                }
                super.field(name, value);
            }

            @Override
            protected void value(String name, Object value) {
                PutFieldRules.this.value(name, value);
            }
        };
    }

    private void problem(String name, String problem) {
        problems.add(path + name + " " + problem);
    }
}
