package io.github.wxpaycodegen.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/** Changes of a body that capturing it or a framework on the way frequently makes. */
enum BodyVariant {
    WITHOUT_FINAL_LINE_END("without the line end at its end") {
        @Override
        String of(String body) {
            return body.replaceFirst("\\r?\\n\\z", "");
        }
    },
    WITH_FINAL_LINE_END("with a line end at its end") {
        @Override
        String of(String body) {
            return body + "\n";
        }
    },
    UNIX_LINES("with LF in place of CRLF") {
        @Override
        String of(String body) {
            return body.replace("\r\n", "\n");
        }
    },
    WINDOWS_LINES("with CRLF in place of LF") {
        @Override
        String of(String body) {
            return body.replace("\r\n", "\n").replace("\n", "\r\n");
        }
    },
    WITHOUT_MARK("without the byte order mark at its start") {
        @Override
        String of(String body) {
            return body.startsWith("\u00ef\u00bb\u00bf") ? body.substring(3) : body;
        }
    };

    private final String description;

    BodyVariant(String description) {
        this.description = description;
    }

    /** Returns the changed body; a character is a byte. */
    abstract String of(String body);

    static Optional<String> thatFits(byte[] body, Predicate<byte[]> valid) {
        String bytes = new String(body, StandardCharsets.ISO_8859_1);
        for (BodyVariant variant : values()) {
            String changed = variant.of(bytes);
            if (!changed.equals(bytes) && valid.test(changed.getBytes(StandardCharsets.ISO_8859_1))) {
                return Optional.of(variant.description);
            }
        }
        return Optional.empty();
    }
}
