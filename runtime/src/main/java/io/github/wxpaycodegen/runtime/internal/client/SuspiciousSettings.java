package io.github.wxpaycodegen.runtime.internal.client;

import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.crypto.MerchantCertificate;
import io.github.wxpaycodegen.runtime.internal.crypto.Serial;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of settings that are probably wrong. They are not refused, because WeChat Pay promises neither the subject of a
 * certificate nor the form of an id.
 */
final class SuspiciousSettings {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");
    private static final String PUBLIC_KEY_ID = "PUB_KEY_ID_";
    private static final Set<String> OF_MERCHANT = Set.of("merchantCertificatePem", "clientCertificate");

    private SuspiciousSettings() {}

    static void warn(ClientSettings config) {
        if (config.mchid() != null) {
            config.certificates().forEach((setting, certificates) -> {
                if (OF_MERCHANT.contains(setting)) {
                    certificates.forEach(each -> checkOwner(config, setting, each));
                }
            });
        }
        for (V3Account account : V3Account.values()) {
            checkIds(
                    config.nameOf(account.publicKeyIdSetting(), account.publicKeySetting()),
                    config.account(account).keys().publicKeyIds());
        }
    }

    private static void checkOwner(ClientSettings config, String setting, X509Certificate certificate) {
        MerchantCertificate.mchid(certificate)
                .filter(owner -> !owner.equals(config.mchid()))
                .ifPresent(owner -> LOG.warn(
                        "{}: the certificate {} is of the merchant {}, but {} is {}: configure the certificate and the key"
                                + " of the same merchant",
                        config.nameOf(setting),
                        Serial.of(certificate),
                        owner,
                        config.nameOf("mchid"),
                        config.mchid()));
    }

    private static void checkIds(String setting, List<String> ids) {
        for (String id : ids) {
            if (!id.startsWith(PUBLIC_KEY_ID)) {
                LOG.warn(
                        "{}: the id {} does not begin with {}: compare it with the merchant platform",
                        setting,
                        id,
                        PUBLIC_KEY_ID);
            }
        }
    }
}
