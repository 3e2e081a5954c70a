package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that can be given as texts. Each is named after its builder method, in lower case with hyphens: {@code
 * merchant-private-key-pem}.
 */
final class TextSettings {
    private static final String FILE = "-file";
    private static final Pattern HYPHEN = Pattern.compile("-([a-z0-9])");
    private static final Pattern PROXY = Pattern.compile("([A-Za-z0-9._-]+):([0-9]{1,5})");

    private final TextValues values;

    TextSettings(TextValues values) {
        this.values = values;
    }

    /** Applies all settings that have a value. */
    void applyTo(WxPayConfig.Builder config) {
        ids(config);
        keys(config);
        brandKeys(config);
        clientCertificate(config);
        proxy(config);
        connection(config);
        values.found().forEach((name, label) -> config.settingName(method(name), label));
    }

    /** Returns the name of the builder's method for a setting, which may be in a file: {@code v2Key} for {@code v2-key}. */
    private static String method(String name) {
        return HYPHEN.matcher(name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private void ids(WxPayConfig.Builder config) {
        values.text("mchid", config::mchid);
        values.text("appid", config::appid);
        values.text("sub-mchid", config::subMchid);
        values.text("sub-appid", config::subAppid);
        values.text("brand-id", config::brandId);
    }

    private void keys(WxPayConfig.Builder config) {
        values.secret("v2-key", config::v2Key);
        values.secret("workwx-secret", config::workwxSecret);
        values.pem("encryption-key-pem", config::encryptionKeyPem);
        values.secret("v3-key", config::v3Key);
        values.pem("merchant-private-key-pem", config::merchantPrivateKeyPem);
        values.pem("merchant-certificate-pem", config::merchantCertificatePem);
        values.text("merchant-serial", config::merchantSerial);
        values.keyWithId("wechat-pay-public-key", config::wechatPayPublicKeyPem);
        values.pem("platform-certificates-pem", config::platformCertificatesPem);
        values.flag("download-platform-certificates", yes -> {
            if (yes) {
                config.downloadPlatformCertificates();
            }
        });
    }

    private void brandKeys(WxPayConfig.Builder config) {
        values.secret("brand-v3-key", config::brandV3Key);
        values.pem("brand-private-key-pem", config::brandPrivateKeyPem);
        values.pem("brand-certificate-pem", config::brandCertificatePem);
        values.text("brand-serial", config::brandSerial);
        values.keyWithId("brand-wechat-pay-public-key", config::brandWechatPayPublicKeyPem);
    }

    private void clientCertificate(WxPayConfig.Builder config) {
        TextValues.Value p12 = values.content("client-certificate", TextValues::base64);
        TextValues.Value password = values.content("client-certificate-password", TextValues::utf8);
        TextValues.Value certificate = values.content("client-certificate-pem", TextValues::utf8);
        TextValues.Value key = values.content("client-certificate-key-pem", TextValues::utf8);
        if (p12 != null && certificate != null) {
            throw new ConfigurationException(p12.label() + " and " + certificate.label()
                    + " are both set: a client has one certificate; keep one of them");
        }
        if (password != null) {
            values.required(password, p12, "client-certificate");
        }
        values.together(certificate, "client-certificate-pem", key, "client-certificate-key-pem");
        if (p12 != null) {
            String passwordLabel = values.label("client-certificate-password");
            TextValues.apply(
                    p12,
                    bytes -> config.clientCertificate(
                            bytes, password == null ? null : password.line(), p12.label(), passwordLabel));
        }
        if (certificate != null && key != null) {
            TextValues.apply(certificate, bytes -> config.clientCertificatePem(bytes, key.content()));
        }
    }

    private void proxy(WxPayConfig.Builder config) {
        TextValues.Value proxy = values.plain("proxy");
        TextValues.Value user = values.plain("proxy-user");
        TextValues.Value password = values.content("proxy-password", TextValues::utf8);
        values.together(user, "proxy-user", password, "proxy-password");
        if (user != null) {
            values.required(user, proxy, "proxy");
        }
        if (proxy == null) {
            return;
        }
        Matcher parts = PROXY.matcher(proxy.line());
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > 65_535) {
            // The message does not show the value, because it may contain a password.
            throw new ConfigurationException(proxy.label()
                    + " must be a host and a port, proxy.example.com:3128; a user and a password are set by "
                    + values.label("proxy-user") + " and " + values.label("proxy-password"));
        }
        if (user == null || password == null) {
            config.proxy(parts.group(1), port);
        } else {
            config.proxy(parts.group(1), port, user.line(), password.line());
        }
    }

    private void connection(WxPayConfig.Builder config) {
        values.duration("timeout", config::timeout);
        values.duration("connect-timeout", config::connectTimeout);
        values.duration("file-timeout", config::fileTimeout);
        values.duration("connection-wait", config::connectionWait);
        values.number("max-response-bytes", Long.MAX_VALUE, config::maxResponseBytes);
        values.number("max-file-bytes", Long.MAX_VALUE, config::maxFileBytes);
        values.number("max-connections", Integer.MAX_VALUE, most -> config.maxConnections((int) most));
        values.number("max-attempts", Integer.MAX_VALUE, most -> config.maxAttempts((int) most));
        values.pem("trust-pem", config::trustPem);
        values.text("host", value -> config.host(Settings.https("host", value)));
        values.text("backup-host", value -> config.backupHost(Settings.https("backupHost", value)));
        values.text("allow-host", value -> list(value)
                .forEach(each -> config.allowHost(Settings.https("allowHost", each))));
        values.text("replace-host", value -> list(value).forEach(each -> replaceHost(config, each)));
        values.flag("log-bodies", config::logBodies);
    }

    private static void replaceHost(WxPayConfig.Builder config, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            throw new ConfigurationException("a pair must be the host of the specs, = and the actual host");
        }
        config.replaceHost(
                Settings.https("replaceHost", pair.substring(0, equals).strip()),
                Settings.https("replaceHost", pair.substring(equals + 1).strip()));
    }

    private static List<String> list(String value) {
        return List.of(value.strip().split("\\s*,\\s*"));
    }
}
