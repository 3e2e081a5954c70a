package io.github.wxpaycodegen.cli.diagnosis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds what editors do to texts unnoticed: a byte order mark, and another encoding than UTF-8. */
final class TextCheck {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char REPLACEMENT = '\ufffd';

    private TextCheck() {}

    /** Returns what is wrong with a text; empty if nothing is. */
    static Optional<String> ofText(String text) {
        if (text.indexOf(BYTE_ORDER_MARK) >= 0) {
            return Optional.of("contains a byte order mark, which is invisible");
        }
        return text.indexOf(REPLACEMENT) >= 0 ? Optional.of("is not UTF-8") : Optional.empty();
    }

    /** Returns what is wrong with the text in a file; empty if nothing is, or the file cannot be read. */
    static Optional<String> ofFile(String name) {
        try {
            byte[] content = Files.readAllBytes(Path.of(name));
            return ofText(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.of("is not UTF-8");
        } catch (IOException | InvalidPathException e) {
            // The check of the setting itself reports it.
            return Optional.empty();
        }
    }
}
