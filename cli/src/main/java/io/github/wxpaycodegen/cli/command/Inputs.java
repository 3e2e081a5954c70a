package io.github.wxpaycodegen.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what commands are given. */
final class Inputs {
    /** More than any message of WeChat Pay has. */
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private Inputs() {}

    /** Reads a file, or the standard input for {@code -}. */
    static byte[] read(Terminal terminal, String name) throws IOException {
        return name.equals("-") ? limited(terminal.in().readNBytes(MAX_BYTES + 1), name) : read(Path.of(name));
    }

    static byte[] read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw CommandException.file(file + " is a directory: name a file");
        }
        try (var in = Files.newInputStream(file)) {
            return limited(in.readNBytes(MAX_BYTES + 1), file.toString());
        }
    }

    private static byte[] limited(byte[] content, String name) {
        if (content.length > MAX_BYTES) {
            throw CommandException.file(name + " must be at most " + MAX_BYTES + " bytes");
        }
        return content;
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
