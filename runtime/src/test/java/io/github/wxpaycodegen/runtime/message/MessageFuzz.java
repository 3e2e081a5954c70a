package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.FitMessages;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Any text is a message, which is the same when it is read again as it was written, or is refused as declared. */
public final class MessageFuzz {
    private MessageFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        read(text, Request::fromJson);
        read(text, Order::fromJson);
    }

    private static void read(String text, Function<String, Message> fromJson) {
        Message written;
        try {
            written = fromJson.apply(text);
        } catch (IllegalArgumentException e) {
            FitMessages.require(e);
            return;
        }
        // A field that is put beside a numbered one of its name is refused before it is sent.
        if (written instanceof Order && !written.putFields().names().isEmpty()) {
            return;
        }
        // Only by hand is a field called unknown whose value fits its type.
        Message message = fromJson.apply(written.toJson());
        Message again = fromJson.apply(message.toJson());
        if (!again.equals(message) || !again.toJson().equals(message.toJson())) {
            throw new AssertionError(message.toJson() + " is read as " + again.toJson());
        }
    }
}
