package io.github.wxpaycodegen.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks of settings, whose exceptions name the setting and never show a secret. */
final class Settings {
    private static final int KEY_BYTES = 32;

    private Settings() {}

    static <T> T given(String setting, @Nullable T value) {
        if (value == null) {
            throw new ConfigurationException(setting + " must not be null: leave the setting out, or give it a value");
        }
        return value;
    }

    static String text(String setting, @Nullable String value) {
        String text = given(setting, value);
        if (text.isBlank()) {
            throw new ConfigurationException(setting + " must not be blank: leave the setting out, or give it a value");
        }
        return text;
    }

    /** An APIv2 or APIv3 key. */
    static byte[] key(String setting, @Nullable String value) {
        byte[] key = text(setting, value).getBytes(StandardCharsets.UTF_8);
        if (key.length != KEY_BYTES) {
            throw new ConfigurationException(setting + " must be " + KEY_BYTES + " bytes (was " + key.length
                    + "): copy it as the merchant platform shows it, without spaces or line ends");
        }
        return key;
    }

    /** The bytes of a text, which is all ASCII where it is PEM or Base64. */
    static byte[] bytes(String setting, @Nullable String text) {
        return given(setting, text).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] read(String setting, @Nullable Path file) {
        try {
            return Files.readAllBytes(given(setting, file));
        } catch (IOException e) {
            throw new ConfigurationException(setting + ": cannot read " + file, e);
        }
    }
}
