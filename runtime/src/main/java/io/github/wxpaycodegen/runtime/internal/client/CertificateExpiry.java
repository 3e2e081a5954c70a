package io.github.wxpaycodegen.runtime.internal.client;

import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.crypto.Serial;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of configured certificates that have expired or soon will, because every call fails from then on. */
final class CertificateExpiry {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");
    private static final Duration SOON = Duration.ofDays(30);

    private final Instant now;

    private CertificateExpiry(Instant now) {
        this.now = now;
    }

    static void warn(ClientSettings config) {
        CertificateExpiry expiry = new CertificateExpiry(config.clock().instant());
        config.certificates()
                .forEach((setting, certificates) ->
                        certificates.forEach(each -> expiry.check(config.nameOf(setting), each)));
    }

    private void check(String setting, X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isBefore(now)) {
            LOG.warn(
                    "{}: the certificate {} expired at {}: renew it in the merchant platform, and configure the new one",
                    setting,
                    Serial.of(certificate),
                    end);
        } else if (end.isBefore(now.plus(SOON))) {
            LOG.warn(
                    "{}: the certificate {} expires at {}, in {} days: renew it in the merchant platform before",
                    setting,
                    Serial.of(certificate),
                    end,
                    Duration.between(now, end).toDays());
        }
    }
}
