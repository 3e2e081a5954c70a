package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks what is known about the merchants without a call: their keys, when certificates expire, the last download of
 * platform certificates, and the clock. A certificate that expires soon is shown, and is no failure yet.
 */
final class MerchantHealth {
    private static final Duration CLOCK_LIMIT = Duration.ofMinutes(2);
    private static final String PLATFORM_CERTIFICATES = "platformCertificatesPem";

    private final WxPayMerchants<?> merchants;
    private final GatewayContacts contacts;
    private final Duration warning;
    private final Clock clock;

    /**
     * Creates a check.
     *
     * @param warning how long before its end a certificate expires soon
     */
    MerchantHealth(WxPayMerchants<?> merchants, GatewayContacts contacts, Duration warning, Clock clock) {
        this.merchants = merchants;
        this.contacts = contacts;
        this.warning = warning;
        this.clock = clock;
    }

    /**
     * The result.
     *
     * @param isUp false if a merchant cannot make its calls
     * @param details by the names of the merchants; no secrets
     */
    record Result(boolean isUp, Map<String, Object> details) {}

    Result check() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean isUp = true;
        for (String name : merchants.names()) {
            Check check = new Check(merchants.config(name), contacts.of(name), clock.instant());
            details.put(name, check.details());
            isUp &= check.failures.isEmpty();
        }
        return new Result(isUp, details);
    }

    /** The check of one merchant. */
    private final class Check {
        private final WxPayConfig config;
        private final GatewayContact contact;
        private final Instant now;
        private final List<String> failures = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final List<Map<String, String>> certificates = new ArrayList<>();

        Check(WxPayConfig config, GatewayContact contact, Instant now) {
            this.config = config;
            this.contact = contact;
            this.now = now;
            config.keys().certificates().forEach((setting, found) -> found.forEach(each -> check(setting, each)));
            if (config.keys().canCall(Protocol.V3)) {
                checkTrust();
            }
            Duration difference = contact.clockDifference();
            if (difference != null && difference.abs().compareTo(CLOCK_LIMIT) > 0) {
                warnings.add("the clock differs from that of WeChat Pay by " + difference.toSeconds()
                        + " seconds: synchronize it, because requests are rejected from five minutes on");
            }
        }

        private void check(String setting, X509Certificate certificate) {
            Instant end = certificate.getNotAfter().toInstant();
            String serial = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
            certificates.add(Map.of("setting", setting, "serial", serial, "expires", end.toString()));
            if (end.isBefore(now)) {
                // Old platform certificates may stay beside new ones.
                (setting.equals(PLATFORM_CERTIFICATES) ? warnings : failures)
                        .add(setting + ": the certificate " + serial + " expired at " + end);
            } else if (end.isBefore(now.plus(warning))) {
                warnings.add(setting + ": the certificate " + serial + " expires at " + end);
            }
        }

        private void checkTrust() {
            Instant failed = contact.downloadFailed();
            if (config.keys().canVerifyAt(now)) {
                if (failed != null) {
                    warnings.add("the download of the platform certificates failed at " + failed);
                }
            } else if (!config.keys().downloadsPlatformCertificates()) {
                failures.add("all keys of WeChat Pay have expired: configure its public key");
            } else if (failed != null) {
                // What was downloaded before remains valid for a while, so calls may still succeed.
                (contact.downloaded() == null ? failures : warnings)
                        .add("the download of the platform certificates failed at " + failed);
            }
        }

        private Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("mchid", MerchantIds.masked(config.mchid()));
            details.put("keys", keys());
            details.put("certificates", certificates);
            Instant downloaded = contact.downloaded();
            if (downloaded != null) {
                details.put("platformCertificatesDownloaded", downloaded.toString());
            }
            Duration difference = contact.clockDifference();
            if (difference != null) {
                details.put("clockAheadSeconds", difference.toSeconds());
            }
            if (!failures.isEmpty()) {
                details.put("failures", failures);
            }
            if (!warnings.isEmpty()) {
                details.put("warnings", warnings);
            }
            return details;
        }

        private List<String> keys() {
            List<String> keys = new ArrayList<>();
            for (Protocol protocol : Protocol.values()) {
                if (config.keys().canCall(protocol)) {
                    keys.add(protocol.name().toLowerCase(Locale.ROOT));
                }
            }
            if (config.keys().canCallAsBrand()) {
                keys.add("brand");
            }
            return keys;
        }
    }
}
