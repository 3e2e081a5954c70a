package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.crypto.MerchantCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys and certificates of a configuration, for checks at startup and for health checks. It shows no secret. Immutable. */
public final class ConfiguredKeys {
    private final ClientSettings settings;

    ConfiguredKeys(ClientSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns true if the merchant can call operations of a protocol: it has the APIv2 key; or, for v3, the private key with
     * its serial number and a trusted key of the gateway. Other settings, such as an id, may still be missing.
     */
    public boolean canCall(Protocol protocol) {
        return switch (protocol) {
            case V2 -> settings.v2().signer() != null;
            case V3 -> canCall(settings.merchant());
        };
    }

    /** Returns true if the keys of {@code /brand/} calls are configured. */
    public boolean canCallAsBrand() {
        return canCall(settings.brand());
    }

    private static boolean canCall(V3Settings account) {
        return account.signer() != null && account.trustsAnybody();
    }

    /**
     * Returns true if notifications of a protocol to the merchant can be read: it has the APIv2 key; or, for v3, the APIv3
     * key and a trusted key of the gateway.
     */
    public boolean canReadNotifications(Protocol protocol) {
        return switch (protocol) {
            case V2 -> settings.v2().signer() != null;
            case V3 -> canRead(settings.merchant());
        };
    }

    /** Returns true if notifications to the brand can be read: its APIv3 key and its public key of the gateway are set. */
    public boolean canReadBrandNotifications() {
        return canRead(settings.brand());
    }

    private static boolean canRead(V3Settings account) {
        return account.hasV3Key() && account.trustsAnybody();
    }

    /**
     * Returns true if a configured public key or platform certificate of WeChat Pay can verify the merchant's responses at a
     * time. Downloaded certificates do not count.
     */
    public boolean canVerifyAt(Instant time) {
        return settings.merchant().keys().isUsable(time);
    }

    /** Returns true if the client downloads the platform certificates. */
    public boolean downloadsPlatformCertificates() {
        return settings.merchant().download();
    }

    /**
     * Returns the configured certificates by their setting, such as {@code merchantCertificatePem} and {@code
     * clientCertificate}, to watch when they expire. Certificate authorities and downloaded platform certificates are not
     * among them. The map cannot be changed.
     */
    public Map<String, List<X509Certificate>> certificates() {
        return Collections.unmodifiableMap(settings.certificates());
    }

    /**
     * Returns the merchant id in the subject of a merchant's certificate; empty if there is none. WeChat Pay does not
     * promise that there is one, so a certificate without it may be right.
     *
     * @param certificate not null
     */
    public static Optional<String> mchidOf(X509Certificate certificate) {
        return MerchantCertificate.mchid(certificate);
    }
}
