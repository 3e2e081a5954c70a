package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import java.net.Socket;
import java.security.KeyPair;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientIdentityTest {
    private static final KeyPair KEYS = TestKeys.rsa();
    private static final X509Certificate CERTIFICATE =
            TestKeys.certificate(KEYS, "0A", Instant.now(), Duration.ofDays(1));

    @Test
    void sameCertificateAndKeyAreOneIdentity() {
        assertThat(identity(CERTIFICATE, KEYS.getPrivate()))
                .isEqualTo(identity(CERTIFICATE, KEYS.getPrivate()))
                .hasSameHashCodeAs(identity(CERTIFICATE, KEYS.getPrivate()));
        assertThat(ClientIdentity.of(null)).isEqualTo(ClientIdentity.of(null));
    }

    @Test
    void anotherCertificateOfTheSameKeyIsAnotherIdentity() {
        X509Certificate renewed = TestKeys.certificate(KEYS, "0B", Instant.now(), Duration.ofDays(1));
        assertThat(identity(renewed, KEYS.getPrivate())).isNotEqualTo(identity(CERTIFICATE, KEYS.getPrivate()));
    }

    /** A certificate is public: with another key it must not open the connections of its owner. */
    @Test
    void sameCertificateWithAnotherKeyIsAnotherIdentity() {
        PrivateKey another = TestKeys.rsa().getPrivate();
        assertThat(identity(CERTIFICATE, another)).isNotEqualTo(identity(CERTIFICATE, KEYS.getPrivate()));
    }

    /** It presents something, so it is not the identity of those who present nothing. */
    @Test
    void keyManagerThatHidesItsKeysIsEqualToItselfAlone() {
        FixedKey hiding = new FixedKey(CERTIFICATE, null);
        assertThat(ClientIdentity.of(hiding))
                .isEqualTo(ClientIdentity.of(hiding))
                .isNotEqualTo(ClientIdentity.of(new FixedKey(CERTIFICATE, null)))
                .isNotEqualTo(ClientIdentity.of(null));
    }

    private static ClientIdentity identity(X509Certificate certificate, PrivateKey key) {
        return ClientIdentity.of(new FixedKey(certificate, key));
    }

    /** Has one certificate, and its key unless that is hidden. */
    private static final class FixedKey extends X509ExtendedKeyManager {
        private final X509Certificate certificate;
        private final @Nullable PrivateKey key;

        FixedKey(X509Certificate certificate, @Nullable PrivateKey key) {
            this.certificate = certificate;
            this.key = key;
        }

        @Override
        public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return keyType.equals("RSA") ? new String[] {"merchant"} : null;
        }

        @Override
        public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
            return "merchant";
        }

        @Override
        public String @Nullable [] getServerAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {certificate};
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return key;
        }
    }
}
