package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings that are given as texts, by name. Each setting has the name that the builder gives it, in lower case with hyphens:
 * {@code merchant-private-key-pem}. Exceptions name the variable or the property, and show no secret.
 */
final class TextSettings {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Pattern PROXY = Pattern.compile("([A-Za-z0-9._-]+):([0-9]{1,5})");
    private static final Pattern FILE_NAME = Pattern.compile("[^\\n]*\\.(pem|p12|key|crt|cer|txt)|/[^\\n]{0,200}");

    private final UnaryOperator<String> label;
    private final Function<String, @Nullable String> lookup;
    private final List<String> labels = new ArrayList<>();

    /**
     * Reads settings.
     *
     * @param label what a name is called where it is looked up: {@code V2_KEY} for {@code v2-key}
     * @param lookup returns the value of a label; null for none
     */
    TextSettings(UnaryOperator<String> label, Function<String, @Nullable String> lookup) {
        this.label = label;
        this.lookup = lookup;
    }

    /** The labels of all settings; known once they were applied. */
    List<String> labels() {
        return labels;
    }

    /** Applies all settings that have a value. */
    void applyTo(WxPayConfig.Builder config) {
        ids(config);
        keys(config);
        brandKeys(config);
        clientCertificate(config);
        proxy(config);
        connection(config);
    }

    private void ids(WxPayConfig.Builder config) {
        text("mchid", config::mchid);
        text("appid", config::appid);
        text("sub-mchid", config::subMchid);
        text("sub-appid", config::subAppid);
        text("brand-id", config::brandId);
    }

    private void keys(WxPayConfig.Builder config) {
        secret("v2-key", config::v2Key);
        secret("workwx-secret", config::workwxSecret);
        pem("encryption-key-pem", config::encryptionKeyPem);
        secret("v3-key", config::v3Key);
        pem("merchant-private-key-pem", config::merchantPrivateKeyPem);
        pem("merchant-certificate-pem", config::merchantCertificatePem);
        text("merchant-serial", config::merchantSerial);
        keyWithId("wechat-pay-public-key", config::wechatPayPublicKeyPem);
        pem("platform-certificates-pem", config::platformCertificatesPem);
        flag("download-platform-certificates", yes -> {
            if (yes) {
                config.downloadPlatformCertificates();
            }
        });
    }

    private void brandKeys(WxPayConfig.Builder config) {
        secret("brand-v3-key", config::brandV3Key);
        pem("brand-private-key-pem", config::brandPrivateKeyPem);
        pem("brand-certificate-pem", config::brandCertificatePem);
        text("brand-serial", config::brandSerial);
        keyWithId("brand-wechat-pay-public-key", config::brandWechatPayPublicKeyPem);
    }

    private void clientCertificate(WxPayConfig.Builder config) {
        Value p12 = content("client-certificate", TextSettings::base64);
        Value password = content("client-certificate-password", TextSettings::utf8);
        Value certificate = content("client-certificate-pem", TextSettings::utf8);
        Value key = content("client-certificate-key-pem", TextSettings::utf8);
        if (p12 != null && certificate != null) {
            throw new ConfigurationException(p12.label() + " and " + certificate.label()
                    + " are both set: a client has one certificate; keep one of them");
        }
        if (password != null) {
            required(password, p12, "client-certificate");
        }
        together(certificate, "client-certificate-pem", key, "client-certificate-key-pem");
        if (p12 != null) {
            apply(p12, bytes -> {
                if (password == null) {
                    config.clientCertificate(bytes);
                } else {
                    config.clientCertificate(bytes, password.line());
                }
            });
        }
        if (certificate != null && key != null) {
            apply(certificate, bytes -> config.clientCertificatePem(bytes, key.content()));
        }
    }

    private void proxy(WxPayConfig.Builder config) {
        Value proxy = plain("proxy");
        Value user = plain("proxy-user");
        Value password = content("proxy-password", TextSettings::utf8);
        together(user, "proxy-user", password, "proxy-password");
        if (user != null) {
            required(user, proxy, "proxy");
        }
        if (proxy == null) {
            return;
        }
        Matcher parts = PROXY.matcher(proxy.line());
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > 65_535) {
            // It is not shown: some write the password into it.
            throw new ConfigurationException(proxy.label()
                    + " must be a host and a port, proxy.example.com:3128; a user" + " and a password are set by "
                    + label.apply("proxy-user") + " and " + label.apply("proxy-password"));
        }
        if (user == null || password == null) {
            config.proxy(parts.group(1), port);
        } else {
            config.proxy(parts.group(1), port, user.line(), password.line());
        }
    }

    private void connection(WxPayConfig.Builder config) {
        duration("timeout", config::timeout);
        duration("connect-timeout", config::connectTimeout);
        duration("file-timeout", config::fileTimeout);
        duration("connection-wait", config::connectionWait);
        number("max-response-bytes", Long.MAX_VALUE, config::maxResponseBytes);
        number("max-file-bytes", Long.MAX_VALUE, config::maxFileBytes);
        number("max-connections", Integer.MAX_VALUE, most -> config.maxConnections((int) most));
        number("max-attempts", Integer.MAX_VALUE, most -> config.maxAttempts((int) most));
        pem("trust-pem", config::trustPem);
        text("host", value -> config.host(URI.create(value)));
        text("backup-host", value -> config.backupHost(URI.create(value)));
        text("allow-host", value -> list(value).forEach(each -> config.allowHost(URI.create(each))));
        text("replace-host", value -> list(value).forEach(each -> replaceHost(config, each)));
        flag("log-bodies", config::logBodies);
    }

    private static void replaceHost(WxPayConfig.Builder config, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            throw new ConfigurationException("a pair must be the host of the specs, = and the actual host");
        }
        config.replaceHost(
                URI.create(pair.substring(0, equals).strip()),
                URI.create(pair.substring(equals + 1).strip()));
    }

    private static List<String> list(String value) {
        return List.of(value.strip().split("\\s*,\\s*"));
    }

    private void text(String name, Consumer<String> setting) {
        Value value = plain(name);
        if (value != null) {
            apply(value, bytes -> setting.accept(value.line().strip()));
        }
    }

    private void secret(String name, Consumer<String> setting) {
        Value value = content(name, TextSettings::utf8);
        if (value != null) {
            apply(value, bytes -> setting.accept(value.line()));
        }
    }

    private void pem(String name, Consumer<byte[]> setting) {
        Value value = content(name, TextSettings::utf8);
        if (value != null) {
            apply(value, setting);
        }
    }

    /** Takes a key and its id. */
    private interface KeySetting {
        void accept(String id, byte[] pem);
    }

    private void keyWithId(String name, KeySetting setting) {
        Value id = plain(name + "-id");
        Value pem = content(name + "-pem", TextSettings::utf8);
        together(id, name + "-id", pem, name + "-pem");
        if (id != null && pem != null) {
            apply(pem, bytes -> setting.accept(id.line().strip(), bytes));
        }
    }

    private void flag(String name, Consumer<Boolean> setting) {
        Value value = plain(name);
        if (value != null) {
            if (!value.line().matches("true|false")) {
                throw wrong(value, "true or false");
            }
            setting.accept(Boolean.valueOf(value.line()));
        }
    }

    private void number(String name, long most, LongConsumer setting) {
        Value value = plain(name);
        if (value != null) {
            if (!value.line().matches("[0-9]{1,18}") || Long.parseLong(value.line()) > most) {
                throw wrong(value, "a whole number of at most " + most);
            }
            apply(value, bytes -> setting.accept(Long.parseLong(value.line())));
        }
    }

    private void duration(String name, Consumer<Duration> setting) {
        Value value = plain(name);
        if (value != null) {
            apply(value, bytes -> setting.accept(duration(value)));
        }
    }

    private static Duration duration(Value value) {
        Matcher parts = DURATION.matcher(value.line());
        if (!parts.matches()) {
            try {
                return Duration.parse(value.line());
            } catch (DateTimeParseException e) {
                throw wrong(value, "a duration: 500ms, 30s, 2m or PT30S");
            }
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    /**
     * A value.
     *
     * @param label where it was found
     * @param fileLabel where the name of a file with the value could be given; null if only the value can be
     */
    private record Value(String label, @Nullable String fileLabel, byte[] content) {
        /** The text without the line end with which editors close a file. */
        String line() {
            return new String(content, StandardCharsets.UTF_8).replaceFirst("\\R+$", "");
        }
    }

    private @Nullable Value plain(String name) {
        String itsLabel = label.apply(name);
        labels.add(itsLabel);
        String text = lookup.apply(itsLabel);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            throw new ConfigurationException(itsLabel + " is blank: remove it, or give it a value");
        }
        return new Value(itsLabel, null, utf8(text));
    }

    /** Returns the content, which is given as a text or as the name of a file. */
    private @Nullable Value content(String name, Function<String, byte[]> decoded) {
        Value text = plain(name);
        Value file = plain(name + "-file");
        String fileLabel = label.apply(name + "-file");
        if (text != null && file != null) {
            throw new ConfigurationException(text.label() + " and " + file.label() + " are both set: keep one of them");
        }
        if (file != null) {
            return new Value(fileLabel, null, read(file));
        }
        if (text == null) {
            return null;
        }
        try {
            return new Value(text.label(), fileLabel, decoded.apply(text.line()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    text.label() + " must be the content of the file in Base64; " + fileLabel + " takes its name");
        }
    }

    private static byte[] read(Value file) {
        try {
            byte[] content = Settings.read(file.label(), Path.of(file.line().strip()));
            if (content.length == 0) {
                throw new ConfigurationException(file.label() + ": the file is empty");
            }
            return content;
        } catch (InvalidPathException e) {
            throw wrong(file, "the name of a file");
        }
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void apply(Value value, Consumer<byte[]> setting) {
        try {
            setting.accept(value.content());
        } catch (ConfigurationException | IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            String named = message.startsWith(value.label()) ? message : value.label() + ": " + message;
            throw new ConfigurationException(named + fileHint(value), e.getCause());
        }
    }

    /** A frequent mistake: the name of the file in the place of its content. */
    private static String fileHint(Value value) {
        return value.fileLabel() != null
                        && FILE_NAME.matcher(value.line().strip()).matches()
                ? ". It looks like the name of a file: set " + value.fileLabel() + " instead"
                : "";
    }

    private void together(@Nullable Value one, String oneName, @Nullable Value other, String otherName) {
        if (one != null) {
            required(one, other, otherName);
        }
        if (other != null) {
            required(other, one, oneName);
        }
    }

    private void required(Value given, @Nullable Value needed, String neededName) {
        if (needed == null) {
            throw new ConfigurationException(given.label() + " needs " + label.apply(neededName) + ": set it too");
        }
    }

    private static ConfigurationException wrong(Value value, String expected) {
        return new ConfigurationException(
                value.label() + " must be " + expected + " (was \"" + ForeignText.shown(value.line()) + "\")");
    }
}
