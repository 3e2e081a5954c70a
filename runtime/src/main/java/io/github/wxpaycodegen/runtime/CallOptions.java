package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.FileOptions;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Options of single calls, on top of the client's configuration. */
public final class CallOptions {
    static final CallOptions NONE = new CallOptions(new Builder());

    private final CallSettings settings;

    private CallOptions(Builder b) {
        settings = new CallSettings(b.timeout, b.host, b.maxAttempts, Map.copyOf(b.headers), b.files, b.hostIfServed);
    }

    /** The time for the whole call; null for the configured one. */
    public @Nullable Duration timeout() {
        return settings.timeout();
    }

    /** The host to call; null for the usual one. */
    public @Nullable URI host() {
        return settings.host();
    }

    /** The most attempts of a v3 call; null for the configured number. */
    public @Nullable Integer maxAttempts() {
        return settings.maxAttempts();
    }

    /** Headers beside ours. */
    public Map<String, String> headers() {
        return settings.headers();
    }

    /** Returns the options as calls read them. */
    CallSettings settings() {
        return settings;
    }

    /** Returns the same options for another operation, which may not be at the host that was chosen for the first one. */
    CallOptions withHostIfServed() {
        Builder b = toBuilder();
        b.hostIfServed = true;
        return b.build();
    }

    Builder toBuilder() {
        Builder b = new Builder();
        b.timeout = settings.timeout();
        b.host = settings.host();
        b.maxAttempts = settings.maxAttempts();
        b.headers.putAll(settings.headers());
        b.files = settings.files();
        b.hostIfServed = settings.hostIfServed();
        return b;
    }

    /** Sets options. */
    public static final class Builder {
        private static final Set<String> OURS = Set.of(
                "host",
                "content-type",
                "content-length",
                "transfer-encoding",
                "content-encoding",
                "connection",
                "expect",
                "te",
                "trailer",
                "upgrade",
                "user-agent",
                "accept",
                "accept-encoding",
                "authorization",
                "proxy-authorization",
                "wechatpay-serial",
                "cookie");

        private @Nullable Duration timeout;
        private @Nullable URI host;
        private @Nullable Integer maxAttempts;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private FileOptions files = FileOptions.NONE;
        private boolean hostIfServed;

        private Builder() {}

        /**
         * The time for the whole call, response body included; of a download to a file all that it takes.
         *
         * @throws IllegalArgumentException unless it is positive
         */
        public Builder timeout(Duration value) {
            timeout = Settings.positive("timeout", value);
            return this;
        }

        /**
         * Adds a header.
         *
         * @throws IllegalArgumentException for a header that the client itself sets, or that HTTP does not allow
         */
        public Builder header(String name, String value) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (OURS.contains(lower)) {
                throw new IllegalArgumentException(
                        "the header " + ForeignText.shown(name) + " is set by the client itself");
            }
            if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !value.matches("[\\t\\x20-\\x7e]*")) {
                throw new IllegalArgumentException(
                        "the header " + ForeignText.shown(name) + " is not one that HTTP allows");
            }
            headers.put(name, value);
            return this;
        }

        /**
         * The host to call: one that the operation's spec or the configuration names, which the call itself checks.
         */
        public Builder host(URI value) {
            host = Settings.https("host", value);
            return this;
        }

        /**
         * The most attempts of a v3 call; 1 never sends again. What is not safe to send again is sent once in any case.
         *
         * @throws IllegalArgumentException unless it is at least 1
         */
        public Builder maxAttempts(int value) {
            maxAttempts = Settings.atLeastOne("maxAttempts", value);
            return this;
        }

        /** Whether a download replaces a file that is there; by default it is refused, before anything is sent. */
        public Builder replaceFile(boolean value) {
            files = files.replacing(value);
            return this;
        }

        /** Whether a download that comes as gzip is stored unpacked; by default it is stored as it comes. */
        public Builder gunzipFile(boolean value) {
            files = files.gunzipping(value);
            return this;
        }

        /**
         * The most bytes of a file that is downloaded to disk, as it comes and unpacked.
         *
         * @throws IllegalArgumentException unless it is positive
         */
        public Builder maxFileBytes(long value) {
            if (value <= 0) {
                throw new IllegalArgumentException("maxFileBytes must be positive");
            }
            files = files.upTo(value);
            return this;
        }

        /**
         * The first pause between two questions whether the gateway has prepared a file; 5 seconds by default. The pauses
         * double, up to two minutes.
         *
         * @throws IllegalArgumentException unless it is positive
         */
        public Builder pollFirstAfter(Duration value) {
            files = files.polling(Settings.positive("pollFirstAfter", value));
            return this;
        }

        CallOptions build() {
            return new CallOptions(this);
        }
    }
}
