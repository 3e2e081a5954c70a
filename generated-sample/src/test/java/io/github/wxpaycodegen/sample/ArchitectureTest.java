package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String RUNTIME = "io/github/wxpaycodegen/runtime/";

    /** Emitted code is compiled into projects of users, where nothing internal is exported to it. */
    @Test
    void emittedCodeUsesNothingInternal() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(
                WxPay.class.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")))
                    .isNotEmpty()
                    .noneMatch(file -> names(file).contains(RUNTIME + "internal/"))
                    .anyMatch(file -> names(file).contains(RUNTIME));
        }
    }

    /** Names of classes stand in a class file as they are. */
    private static String names(Path classFile) {
        try {
            return Files.readString(classFile, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
