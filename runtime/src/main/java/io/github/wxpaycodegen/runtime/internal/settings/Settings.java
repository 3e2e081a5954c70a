package io.github.wxpaycodegen.runtime.internal.settings;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks of settings, whose exceptions name the setting and never show a secret. */
public final class Settings {
    private static final int KEY_BYTES = 32;

    private Settings() {}

    /** Returns a value that is not null. */
    public static <T> T given(String setting, @Nullable T value) {
        if (value == null) {
            throw new ConfigurationException(setting + " must not be null: leave the setting out, or give it a value");
        }
        return value;
    }

    /** Returns a text that is not blank. */
    public static String text(String setting, @Nullable String value) {
        String text = given(setting, value);
        if (text.isBlank()) {
            throw new ConfigurationException(setting + " must not be blank: leave the setting out, or give it a value");
        }
        return text;
    }

    /** An APIv2 or APIv3 key. */
    public static byte[] key(String setting, @Nullable String value) {
        byte[] key = text(setting, value).getBytes(StandardCharsets.UTF_8);
        if (key.length != KEY_BYTES) {
            throw new ConfigurationException(setting + " must be " + KEY_BYTES + " bytes (was " + key.length
                    + "): copy it as the merchant platform shows it, without spaces or line ends");
        }
        return key;
    }

    /** The bytes of a text, which is all ASCII where it is PEM or Base64. */
    public static byte[] bytes(String setting, @Nullable String text) {
        return given(setting, text).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the content of a file. */
    public static byte[] read(String setting, @Nullable Path file) {
        try {
            return Files.readAllBytes(given(setting, file));
        } catch (IOException e) {
            throw new ConfigurationException(setting + ": cannot read " + file, e);
        }
    }

    /** Returns a time that is longer than none. */
    public static Duration positive(String setting, @Nullable Duration value) {
        Duration duration = given(setting, value);
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(setting + " must be positive");
        }
        return duration;
    }

    /** Returns a number of at least one. */
    public static int atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1 (was " + value + ")");
        }
        return value;
    }

    /** Returns the https URL of a host. */
    public static URI https(String setting, @Nullable URI value) {
        URI url = given(setting, value);
        if (!"https".equals(url.getScheme()) || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(setting + " must be an https URL with a host: " + url);
        }
        return url;
    }
}
