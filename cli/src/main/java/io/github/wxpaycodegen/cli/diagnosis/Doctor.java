package io.github.wxpaycodegen.cli.diagnosis;

import io.github.wxpaycodegen.cli.settings.ClientSettings;
import io.github.wxpaycodegen.cli.settings.SettingNames;
import io.github.wxpaycodegen.runtime.ConfiguredKeys;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks the settings of a client one by one, without sending anything. The client itself checks them too, but stops
 * at the first error, and does not warn of what will fail later.
 */
public final class Doctor {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Set<String> MERCHANT_KEYS =
            Set.of("merchant-private-key-pem", "merchant-certificate-pem", "merchant-serial");
    private static final Set<String> PUBLIC_KEY = Set.of("wechat-pay-public-key-id", "wechat-pay-public-key-pem");
    private static final Set<String> BRAND_KEYS =
            Set.of("brand-private-key-pem", "brand-certificate-pem", "brand-serial");
    private static final Set<String> BRAND_PUBLIC_KEY =
            Set.of("brand-wechat-pay-public-key-id", "brand-wechat-pay-public-key-pem");
    private static final Set<String> CLIENT_CERTIFICATE = Set.of(
            "mchid",
            "client-certificate",
            "client-certificate-password",
            "client-certificate-pem",
            "client-certificate-key-pem");
    private static final Set<String> BINARY_FILES = Set.of("client-certificate-file");
    private static final Set<String> HOSTS = Set.of("host", "backup-host", "replace-host", "allow-host", "trust-pem");
    private static final Set<String> PROXY = Set.of("proxy", "proxy-user", "proxy-password");

    private final ClientSettings settings;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(ClientSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the findings, in the order in which a reader should look at them. */
    public static List<Finding> examine(ClientSettings settings, Clock clock) {
        Doctor doctor = new Doctor(settings, clock);
        doctor.examine();
        return List.copyOf(doctor.findings);
    }

    private void examine() {
        if (settings.labels().isEmpty()) {
            add(Finding.failed(
                    "settings",
                    "there are none",
                    "set " + label("mchid") + " and the keys, or name a file of properties with --settings"));
            return;
        }
        spelling();
        encoding();
        ids();
        v2Key();
        v3Key();
        merchantKeys();
        gatewayKeys();
        brand();
        clientCertificate();
        connection();
        whole();
        time();
    }

    /** A misspelled setting is ignored, so that what it should set seems to be missing. */
    private void spelling() {
        settings.names().stream()
                .filter(name -> !SettingNames.contains(name))
                .forEach(name -> add(Finding.warning(
                        label(name),
                        "not a setting of the client, so it is ignored",
                        WxPayConfig.similarSetting(name)
                                .map(nearest -> "did you mean " + label(nearest) + "?")
                                .orElse("docs/guide/configuration.md lists the settings"))));
    }

    /** An editor that saves a key with a byte order mark makes it a wrong key that looks right. */
    private void encoding() {
        for (String name : settings.names()) {
            String value = settings.find(name).orElse("");
            Optional<String> problem = TextCheck.ofText(value);
            if (problem.isEmpty() && ClientSettings.isFile(name) && !BINARY_FILES.contains(name)) {
                problem = TextCheck.ofFile(value).map(text -> "the file " + text);
            }
            problem.ifPresent(
                    text -> add(Finding.warning(label(name), text, "save it in UTF-8 without a byte order mark")));
        }
    }

    private void ids() {
        Optional<String> mchid = settings.find("mchid");
        if (mchid.isEmpty()) {
            add(Finding.failed("mchid", "not set", "set " + label("mchid") + " to the merchant id"));
        } else if (!mchid.get().matches("[0-9]{8,10}")) {
            add(Finding.warning(
                    "mchid", mchid.get(), "a merchant id has 8 to 10 digits; compare it with the platform"));
        } else {
            add(Finding.ok("mchid", mchid.get()));
        }
        Optional<String> appid = settings.find("appid");
        if (appid.filter(value -> !value.matches("wx[0-9a-z]{16}|ww[0-9a-zA-Z]{16}"))
                .isPresent()) {
            add(Finding.warning(
                    "appid",
                    appid.orElse(""),
                    "an app id begins with wx and has 18 characters; compare it with the platform"));
        } else {
            appid.ifPresent(value -> add(Finding.ok("appid", value)));
        }
    }

    private void v2Key() {
        if (!settings.has("v2-key")) {
            add(Finding.warning("APIv2 key", "not set", "set " + label("v2-key-file") + " to make v2 calls"));
            return;
        }
        check("APIv2 key", Set.of("v2-key"), config -> "32 bytes");
    }

    private void v3Key() {
        if (!settings.has("v3-key")) {
            add(Finding.warning(
                    "APIv3 key",
                    "not set",
                    "set " + label("v3-key-file") + " to read notifications and to download platform certificates"));
            return;
        }
        check("APIv3 key", Set.of("v3-key"), config -> "32 bytes");
    }

    private void merchantKeys() {
        if (!settings.has("merchant-private-key-pem")) {
            add(Finding.warning(
                    "merchant key",
                    "not set",
                    "set " + label("merchant-private-key-pem-file") + " to apiclient_key.pem to make v3 calls"));
            return;
        }
        boolean parsed = check("merchant key", Set.of("merchant-private-key-pem"), config -> "a private key");
        if (!parsed) {
            return;
        }
        if (settings.has("merchant-certificate-pem")) {
            check("merchant certificate", MERCHANT_KEYS, config -> "belongs to the key" + serials(config));
            owner(MERCHANT_KEYS);
            expiry(MERCHANT_KEYS);
        } else if (settings.has("merchant-serial")) {
            check("merchant serial", MERCHANT_KEYS, config -> settings.find("merchant-serial")
                    .orElse(""));
            add(Finding.warning(
                    "merchant certificate",
                    "not set, so nothing shows that the serial number is that of the key",
                    "set " + label("merchant-certificate-pem-file") + " to apiclient_cert.pem"));
        } else {
            add(Finding.failed(
                    "merchant certificate",
                    "not set",
                    "set " + label("merchant-certificate-pem-file") + " to apiclient_cert.pem, or "
                            + label("merchant-serial") + " to its serial number"));
        }
    }

    private void gatewayKeys() {
        List<String> modes = new ArrayList<>();
        boolean known = true;
        if (settings.has("wechat-pay-public-key-pem") || settings.has("wechat-pay-public-key-id")) {
            known &= check("public key of WeChat Pay", PUBLIC_KEY, config -> settings.find("wechat-pay-public-key-id")
                    .orElse(""));
            settings.find("wechat-pay-public-key-id")
                    .filter(id -> !id.startsWith("PUB_KEY_ID_"))
                    .ifPresent(id -> add(Finding.warning(
                            "public key id", id, "it begins with PUB_KEY_ID_ on the platform; copy it from there")));
            modes.add("public key");
        }
        if (settings.has("platform-certificates-pem")) {
            Set<String> names = Set.of("platform-certificates-pem");
            known &= check("platform certificates", names, config -> "configured" + serials(config));
            expiry(names);
            modes.add("configured platform certificates");
        }
        if (settings.find("download-platform-certificates")
                .filter("true"::equals)
                .isPresent()) {
            modes.add("downloaded platform certificates");
        }
        if (!modes.isEmpty()) {
            if (known) {
                add(Finding.ok("verification", String.join(" and ", modes)));
            }
        } else if (settings.has("merchant-private-key-pem")) {
            add(Finding.failed(
                    "verification",
                    "no key of WeChat Pay is trusted, so no v3 response can be verified",
                    "set " + label("wechat-pay-public-key-id") + " and " + label("wechat-pay-public-key-pem-file")
                            + " (pub_key.pem), or " + label("download-platform-certificates") + " to true"));
        }
    }

    private void brand() {
        if (settings.has("brand-private-key-pem")) {
            check("brand key", BRAND_KEYS, config -> "a private key" + serials(config));
            check("brand's public key of WeChat Pay", BRAND_PUBLIC_KEY, config -> settings.find(
                            "brand-wechat-pay-public-key-id")
                    .orElse("not set"));
        }
        if (settings.has("brand-v3-key")) {
            check("brand's APIv3 key", Set.of("brand-v3-key"), config -> "32 bytes");
        }
    }

    private void clientCertificate() {
        if (!settings.has("client-certificate") && !settings.has("client-certificate-pem")) {
            add(Finding.warning(
                    "client certificate",
                    "not set",
                    "set " + label("client-certificate-file") + " to apiclient_cert.p12 for v2 refunds and transfers"));
            return;
        }
        if (check("client certificate", CLIENT_CERTIFICATE, config -> "a key and its certificate" + serials(config))) {
            owner(CLIENT_CERTIFICATE);
            expiry(CLIENT_CERTIFICATE);
        }
    }

    private void connection() {
        if (HOSTS.stream().anyMatch(settings::has)) {
            check("hosts", HOSTS, config -> settings.find("host").orElse("https://api.mch.weixin.qq.com"));
            if (settings.has("host") || settings.has("replace-host")) {
                add(Finding.warning(
                        "production",
                        "calls go to another host than https://api.mch.weixin.qq.com",
                        "right for a simulator, a gateway of your own or another region; otherwise remove "
                                + label("host") + " and " + label("replace-host")));
            }
        } else {
            add(Finding.ok("hosts", "https://api.mch.weixin.qq.com"));
        }
        if (PROXY.stream().anyMatch(settings::has)) {
            check("proxy", PROXY, config -> settings.find("proxy").orElse(""));
        }
    }

    /** Finds what is wrong only in combination, such as keys of two cipher suites. */
    private void whole() {
        if (findings.stream().noneMatch(finding -> finding.level() == Finding.Level.FAILED)) {
            check("all settings together", null, config -> "a client can be created");
        }
    }

    private void time() {
        Instant now = clock.instant();
        add(Finding.ok(
                "time", now.atOffset(ZoneOffset.ofHours(8)).withNano(0) + "; --online compares it with the gateway's"));
    }

    /** Builds a configuration with some of the settings, and adds what is found. Returns true if it can be built. */
    private boolean check(String subject, @Nullable Set<String> names, Function<WxPayConfig, String> text) {
        try {
            WxPayConfig config = settings.builder(name -> names == null || names.contains(name))
                    .build();
            add(Finding.ok(subject, text.apply(config)));
            return true;
        } catch (ConfigurationException e) {
            add(Finding.failed(subject, String.valueOf(e.getMessage()), "correct the setting that the message names"));
            return false;
        }
    }

    private static String serials(WxPayConfig config) {
        StringBuilder text = new StringBuilder();
        config.keys()
                .certificates()
                .values()
                .forEach(all ->
                        all.forEach(each -> text.append(", serial number ").append(serial(each))));
        return text.toString();
    }

    /** Returns the serial number as WeChat Pay writes it: whole bytes in capital hex. */
    private static String serial(X509Certificate certificate) {
        String hex = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

    /** Looks at the certificates of the merchant, which may be those of another one. */
    private void owner(Set<String> names) {
        settings.find("mchid").ifPresent(mchid -> certificates(names).values().stream()
                .flatMap(List::stream)
                .forEach(each -> owner(each, mchid)));
    }

    private void owner(X509Certificate certificate, String mchid) {
        ConfiguredKeys.mchidOf(certificate)
                .filter(owner -> !owner.equals(mchid))
                .ifPresent(owner -> add(Finding.warning(
                        "owner of " + serial(certificate),
                        "the certificate is of " + owner + ", but " + label("mchid") + " is " + mchid,
                        "set the id, the key and the certificate of the same merchant")));
    }

    private void expiry(Set<String> names) {
        certificates(names).forEach((setting, all) -> all.forEach(each -> expiry(setting, each)));
    }

    private Map<String, List<X509Certificate>> certificates(Set<String> names) {
        try {
            return settings.builder(names::contains).build().keys().certificates();
        } catch (ConfigurationException e) {
            // Reported already.
            return Map.of();
        }
    }

    private void expiry(String setting, X509Certificate certificate) {
        Instant now = clock.instant();
        Instant end = certificate.getNotAfter().toInstant();
        String subject = "expiry of " + setting;
        String day = end.atOffset(ZoneOffset.ofHours(8)).toLocalDate().toString();
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            add(Finding.failed(subject, "not valid yet", "check the clock of this machine"));
        } else if (end.isBefore(now)) {
            add(Finding.failed(
                    subject, "expired on " + day, "get a new certificate on the platform, or from WeChat Pay"));
        } else if (end.isBefore(now.plus(SOON))) {
            add(Finding.warning(
                    subject, "expires on " + day, "get a new certificate before; pay.reload(config) needs no restart"));
        } else {
            add(Finding.ok(subject, "valid until " + day));
        }
    }

    private String label(String name) {
        return settings.label(name);
    }

    private void add(Finding finding) {
        findings.add(finding);
    }
}
