package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
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

/** Options of individual calls, which override the client's configuration. */
public final class CallOptions {
    static final CallOptions NONE = new CallOptions(new Builder());

    private final CallSettings settings;

    private CallOptions(Builder b) {
        settings = new CallSettings(b.timeout, b.host, b.maxAttempts, Map.copyOf(b.headers), b.files, b.hostIfServed);
    }

    /** Returns the options as calls read them. */
    CallSettings settings() {
        return settings;
    }

    /**
     * Returns the same options for another operation, which may not be available at the host that was chosen for the
     * first one.
     */
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

    /**
     * Builder of call options. An option that is null, out of range or malformed throws {@link ConfigurationException},
     * like a setting of the client.
     */
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
         * Sets the timeout of the whole call, including the response body. For a download to a file, it limits the
         * whole download.
         *
         * @throws ConfigurationException if the duration is not positive, or longer than 365 days
         */
        public Builder timeout(Duration value) {
            timeout = Settings.positive("timeout", value);
            return this;
        }

        /**
         * Adds a header.
         *
         * @throws ConfigurationException if the client sets this header itself, or HTTP does not allow it
         */
        public Builder header(String name, String value) {
            Settings.given("header", name);
            Settings.given("header", value);
            String lower = name.toLowerCase(Locale.ROOT);
            if (OURS.contains(lower)) {
                throw new ConfigurationException(
                        "the header " + ForeignText.shown(name) + " is set by the client itself");
            }
            if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !value.matches("[\\t\\x20-\\x7e]*")) {
                throw new ConfigurationException("the header " + ForeignText.shown(name) + " is not valid in HTTP");
            }
            headers.put(name, value);
            return this;
        }

        /**
         * Sets the host to call. The call fails with {@code ConfigurationException} unless the operation's spec or the
         * configuration names this host.
         */
        public Builder host(URI value) {
            host = Settings.https("host", value);
            return this;
        }

        /**
         * Sets the maximum number of attempts of a v3 call; 1 disables retries. Requests that are not safe to repeat
         * are sent once in any case.
         *
         * @throws ConfigurationException if the number is less than 1
         */
        public Builder maxAttempts(int value) {
            maxAttempts = Settings.atLeastOne("maxAttempts", value);
            return this;
        }

        /**
         * Sets whether a download replaces an existing file. By default, the download fails before anything is sent.
         */
        public Builder replaceFile(boolean value) {
            files = files.replacing(value);
            return this;
        }

        /** Sets whether a gzip download is stored decompressed. By default, it is stored as received. */
        public Builder gunzipFile(boolean value) {
            files = files.gunzipping(value);
            return this;
        }

        /**
         * Sets the maximum size of a downloaded file in bytes, both as received and decompressed.
         *
         * @throws ConfigurationException if the number is not positive
         */
        public Builder maxFileBytes(long value) {
            files = files.upTo(Settings.positive("maxFileBytes", value));
            return this;
        }

        /**
         * Sets the first pause between two queries for a file that the gateway is preparing; 5 seconds by default. The
         * pauses double, up to two minutes.
         *
         * @throws ConfigurationException if the duration is not positive, or longer than 365 days
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
