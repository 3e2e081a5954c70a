package io.github.wxpaycodegen.runtime.wire;

import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a request as the text fields that are signed and sent: filled and encrypted where the spec says so. */
public final class RequestFields extends TextFieldWriter {
    private final TextSink sink;
    private final Function<Fill, @Nullable String> configuration;
    private final BinaryOperator<String> encryption;
    private final Consumer<String> problems;

    private RequestFields(
            TextSink sink,
            Function<Fill, @Nullable String> configuration,
            BinaryOperator<String> encryption,
            Consumer<String> problems) {
        super(sink);
        this.sink = sink;
        this.configuration = configuration;
        this.encryption = encryption;
        this.problems = problems;
    }

    /**
     * Makes a writer.
     *
     * @param fields takes each field, name and text
     * @param configuration the configured values
     * @param encryption turns name and plain text into the encrypted one
     * @param problems takes what keeps the request from being sent
     */
    public static FieldWriter writer(
            BiConsumer<String, String> fields,
            Function<Fill, @Nullable String> configuration,
            BinaryOperator<String> encryption,
            Consumer<String> problems) {
        return new RequestFields(fields::accept, configuration, encryption, problems);
    }

    @Override
    public FieldWriter encrypted() {
        return new TextFieldWriter((name, text) -> sink.put(name, encryption.apply(name, text)));
    }

    @Override
    public FieldWriter filled(Fill fill, boolean required) {
        return new TextFieldWriter(sink) {
            @Override
            public void string(String name, @Nullable String value) {
                String filled = value != null ? value : configuration.apply(fill);
                if (filled == null && required) {
                    problems.accept(name + ": is required; set it on the request or configure " + fill);
                }
                super.string(name, filled);
            }

            @Override
            public FieldWriter sensitive() {
                return this;
            }
        };
    }
}
