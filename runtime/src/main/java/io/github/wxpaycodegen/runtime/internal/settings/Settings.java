package io.github.wxpaycodegen.runtime.internal.settings;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of settings. Exceptions name the setting and never show a secret. */
public final class Settings {
    private static final int KEY_BYTES = 32;
    private static final Duration LONGEST = Duration.ofDays(365);

    private Settings() {}

    /**
     * Returns the value.
     *
     * @throws ConfigurationException if it is null
     */
    public static <T> T given(String setting, @Nullable T value) {
        if (value == null) {
            throw new ConfigurationException(setting + " must not be null: omit the setting, or set a value");
        }
        return value;
    }

    /**
     * Returns the text.
     *
     * @throws ConfigurationException if it is null or blank
     */
    public static String text(String setting, @Nullable String value) {
        String text = given(setting, value);
        if (text.isBlank()) {
            throw new ConfigurationException(setting + " must not be blank: omit the setting, or set a value");
        }
        return text;
    }

    /**
     * Returns the bytes of an APIv2 or APIv3 key.
     *
     * @throws ConfigurationException if it is not 32 bytes long
     */
    public static byte[] key(String setting, @Nullable String value) {
        byte[] key = text(setting, value).getBytes(StandardCharsets.UTF_8);
        if (key.length != KEY_BYTES) {
            throw new ConfigurationException(setting + " must be " + KEY_BYTES + " bytes (was " + key.length
                    + "): copy it as the merchant platform shows it, without spaces or line ends");
        }
        return key;
    }

    /** Returns the bytes of a text. PEM and Base64 are ASCII. */
    public static byte[] bytes(String setting, @Nullable String text) {
        return given(setting, text).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the content of a file.
     *
     * @throws ConfigurationException if it cannot be read
     */
    public static byte[] read(String setting, @Nullable Path file) {
        try {
            return Files.readAllBytes(given(setting, file));
        } catch (IOException e) {
            throw new ConfigurationException(setting + ": cannot read " + file + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return ": there is no such file";
        }
        return e instanceof AccessDeniedException ? ": this process has no permission to read it" : "";
    }

    /**
     * Returns the duration.
     *
     * @throws ConfigurationException if it is null, not positive, or longer than a year: times in nanoseconds could overflow
     */
    public static Duration positive(String setting, @Nullable Duration value) {
        Duration duration = given(setting, value);
        if (duration.isZero() || duration.isNegative()) {
            throw new ConfigurationException(setting + " must be positive (was " + duration + ")");
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    setting + " must be at most " + LONGEST.toDays() + " days (was " + duration + ")");
        }
        return duration;
    }

    /** Returns the maximum of a duration, for messages. */
    public static String longest() {
        return LONGEST.toDays() + " days";
    }

    /**
     * Returns the number.
     *
     * @throws ConfigurationException if it is not positive
     */
    public static long positive(String setting, long value) {
        if (value <= 0) {
            throw new ConfigurationException(setting + " must be positive (was " + value + ")");
        }
        return value;
    }

    /**
     * Returns the port.
     *
     * @throws ConfigurationException if it is not from 1 to 65535
     */
    public static int port(String setting, int value) {
        if (value < 1 || value > 65_535) {
            throw new ConfigurationException(setting + ": the port must be from 1 to 65535 (was " + value + ")");
        }
        return value;
    }

    /**
     * Returns the elements of an array.
     *
     * @throws ConfigurationException if it is null, or one of them is
     */
    public static <T> List<T> all(String setting, @Nullable T @Nullable [] values) {
        List<T> all = new ArrayList<>();
        for (T value : given(setting, values)) {
            all.add(given(setting, value));
        }
        return all;
    }

    /**
     * Returns the number.
     *
     * @throws ConfigurationException if it is less than 1
     */
    public static int atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new ConfigurationException(setting + " must be at least 1 (was " + value + ")");
        }
        return value;
    }

    /**
     * Returns the URL of a host. Its exception does not show the URL, which may contain a password.
     *
     * @throws ConfigurationException if it is not an https URL with a host, or has a user, a query or a fragment
     */
    public static URI https(String setting, @Nullable URI value) {
        URI url = given(setting, value);
        boolean withHost = url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        if (!"https".equals(url.getScheme()) || !withHost) {
            throw notHttps(setting);
        }
        return url;
    }

    /**
     * Returns the URL of a host in text.
     *
     * @see #https(String, URI)
     */
    public static URI https(String setting, String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            // It would show the text.
            throw notHttps(setting);
        }
        return https(setting, url);
    }

    private static ConfigurationException notHttps(String setting) {
        return new ConfigurationException(setting
                + " must be an https URL with a host, such as https://api.mch.weixin.qq.com, without user, query and"
                + " fragment. A host name has letters, digits, hyphens and dots");
    }
}
