package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.CallLimits;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.HostSettings;
import io.github.wxpaycodegen.runtime.internal.call.V2Keys;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import io.github.wxpaycodegen.runtime.message.Fill;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, with which keys, and how. Immutable and safe to share; a process may have one for each merchant. Secrets show
 * in no {@code toString}, log or exception.
 */
public final class WxPayConfig {
    private final ClientSettings settings;

    private WxPayConfig(Builder b) {
        Map<Fill, String> ids = Map.copyOf(b.ids);
        String mchid = ids.get(Fill.MCHID);
        KeyManager clientKey = b.clientKey(mchid);
        settings = new ClientSettings(
                ids,
                new V2Keys(b.v2Signer, b.refundCipher, b.workwxSigner, b.encryptionKey),
                b.v3.build(),
                b.brand.build(),
                new HostSettings(b.host, b.backupHost(), Map.copyOf(b.replacedHosts), Set.copyOf(b.allowedHosts)),
                new CallLimits(b.timeout, b.fileTimeout, b.maxResponseBytes, b.maxFileBytes, b.maxAttempts),
                b.clock,
                b.random,
                b.logBodies,
                clientKey,
                clientKey != null || b.transport != null,
                b.transports(clientKey),
                new Listeners(b.listeners, mchid, b.clock));
    }

    /** Begins a configuration. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder with the settings of the environment: {@code WXPAY_MCHID}, {@code WXPAY_V2_KEY}, {@code
     * WXPAY_MERCHANT_PRIVATE_KEY_PEM_FILE} and so on. The name of a variable is that of the setting, in capitals with
     * underscores; secrets, keys and certificates are texts, or with {@code _FILE} at the end the names of files. The guide
     * <a href="https://github.com/wxpaycodegen/wxpay-codegen/blob/main/docs/guide/configuration.md">Configuration</a> has the
     * list. A variable that begins with {@code WXPAY_} and is not one of them is ignored, and a warning is logged.
     *
     * @throws ConfigurationException that names the variable, if a value is wrong
     */
    public static Builder fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    static Builder fromEnvironment(Map<String, String> variables) {
        Builder config = builder();
        Environment.applyTo(config, variables);
        return config;
    }

    /**
     * Returns a builder with the settings of properties: {@code wxpay.mchid}, {@code wxpay.v2-key}, {@code
     * wxpay.merchant-private-key-pem-file} and so on. They are those of {@link #fromEnvironment()}, in lower case with
     * hyphens. It cannot see a property whose name is misspelled.
     *
     * @param prefix stands in front of each name with a dot between them; empty for none
     * @param property looks up a property, and returns null where there is none: {@code properties::getProperty}, {@code
     *     System::getProperty}, {@code environment::getProperty} of Spring
     * @throws ConfigurationException that names the property, if a value is wrong
     */
    public static Builder fromProperties(String prefix, Function<String, @Nullable String> property) {
        String start = prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
        Builder config = builder();
        new TextSettings(new TextValues(name -> start + name, property)).applyTo(config);
        return config;
    }

    /** The merchant id; null if none is configured. */
    public @Nullable String mchid() {
        return settings.mchid();
    }

    /** The app id; null if none is configured. */
    public @Nullable String appid() {
        return settings.id(Fill.APPID);
    }

    /** The time for a whole call. */
    public Duration timeout() {
        return settings.limits().timeout();
    }

    /** Returns the configuration as calls read it. */
    ClientSettings settings() {
        return settings;
    }

    /** Who and where; no secrets. */
    @Override
    public String toString() {
        return "WxPayConfig{mchid=" + mchid() + ", appid=" + appid() + ", host="
                + settings.hosts().usual() + "}";
    }

    /** Sets what {@link WxPayConfig} has. Not safe for use by several threads. */
    public static final class Builder extends KeySettings<Builder> {
        private final Map<Fill, String> ids = new EnumMap<>(Fill.class);
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private final List<CallListener> listeners = new ArrayList<>();

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** The merchant id; for a service provider its own. */
        public Builder mchid(String value) {
            return id(Fill.MCHID, "mchid", value);
        }

        /** The app id; for a service provider its own. */
        public Builder appid(String value) {
            return id(Fill.APPID, "appid", value);
        }

        /** The merchant that a service provider acts for. */
        public Builder subMchid(String value) {
            return id(Fill.SUB_MCHID, "subMchid", value);
        }

        /** The app id of the merchant that a service provider acts for. */
        public Builder subAppid(String value) {
            return id(Fill.SUB_APPID, "subAppid", value);
        }

        /** The brand id, which {@code /brand/} calls are made under; {@link #brandPrivateKeyPem(Path)} signs them. */
        public Builder brandId(String value) {
            return id(Fill.BRAND_ID, "brandId", value);
        }

        /** The clock: of signatures, of their age, and of the time that the log tells; the system's by default. */
        public Builder clock(Clock value) {
            clock = Settings.given("clock", value);
            return this;
        }

        /** Where nonces come from. */
        public Builder random(SecureRandom value) {
            random = Settings.given("random", value);
            return this;
        }

        /** Adds a listener, which is notified of each call; several are notified in the order in which they were added. */
        public Builder listener(CallListener value) {
            listeners.add(Settings.given("listener", value));
            return this;
        }

        /**
         * The configuration.
         *
         * @throws ConfigurationException if a key or certificate cannot be read
         */
        public WxPayConfig build() {
            return new WxPayConfig(this);
        }

        private Builder id(Fill fill, String setting, String value) {
            ids.put(fill, Settings.text(setting, value));
            return this;
        }
    }
}
