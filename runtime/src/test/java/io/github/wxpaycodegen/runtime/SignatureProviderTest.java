package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.crypto.SmKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.KeySpec;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignatureProviderTest {
    private final V3Gateway gateway = new V3Gateway();

    @Test
    void providerMustNotBeNull() {
        assertThatThrownBy(() -> V3Gateway.config().signatureProvider(null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("signatureProvider must not be null");
    }

    @Test
    void requestsAreSignedByTheProviderAndNothingElse() {
        Counting provider = new Counting();
        gateway.answer(200, "{}");
        try (WxPayClient client = gateway.client(config -> config.signatureProvider(provider))) {
            int before = provider.signed.get();
            client.context()
                    .call(
                            Operation.<Sent, Map<String, String>>v3(HttpMethod.GET, "/v3/a", Read::readFrom)
                                    .build(),
                            new Sent(out -> {}));
            assertThat(provider.signed.get()).isEqualTo(before + 1);
            assertThat(gateway.authorizes(gateway.only(), "")).isTrue();
            assertThat(provider.verified.get()).isZero();
        }
    }

    @Test
    void requestsOfTheBrandAreSignedByTheProviderToo() {
        Counting provider = new Counting();
        gateway.answerBrand("{}");
        try (WxPayClient client = gateway.brandClient(config -> config.signatureProvider(provider))) {
            int before = provider.signed.get();

            client.context().raw().v3("GET", "/brand/a").send();

            assertThat(provider.signed.get()).isEqualTo(before + 1);
        }
    }

    /** A native provider that gets a key of the JVM converts it each time. */
    @Test
    void keyIsConvertedForTheProviderOnce() {
        Counting provider = new Counting();
        gateway.answer(200, "{}");
        gateway.answer(200, "{}");
        try (WxPayClient client = gateway.client(config -> config.signatureProvider(provider))) {
            for (int i = 0; i < 2; i++) {
                client.context()
                        .call(
                                Operation.<Sent, Map<String, String>>v3(HttpMethod.GET, "/v3/a", Read::readFrom)
                                        .build(),
                                new Sent(out -> {}));
            }
        }
        assertThat(provider.converted.get()).isOne();
        assertThat(provider.signed.get())
                .isEqualTo(provider.signedWithConverted.get())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void providerThatCannotSignIsRefusedWhenItIsConfigured() {
        Provider empty = new Provider("Empty", "1", "has nothing") {
            private static final long serialVersionUID = 1L;
        };
        WxPayConfig.Builder config = V3Gateway.config().signatureProvider(empty);
        assertThatThrownBy(config::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("signatureProvider: Empty cannot sign with merchantPrivateKeyPem by SHA256withRSA");
    }

    @Test
    void providerIsForRsaAlone() {
        WxPayConfig.Builder config = WxPayConfig.builder()
                .merchantPrivateKeyPem(TestKeys.pem(SmKeys.sm2().getPrivate()))
                .merchantSerial("0A")
                .signatureProvider(new Counting());
        assertThatThrownBy(config::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("signatureProvider signs only with RSA, but merchantPrivateKeyPem is an SM2 key:"
                        + " do not set signatureProvider");
    }

    /** Signs as the JVM does, and counts. */
    private static final class Counting extends Provider {
        private static final long serialVersionUID = 1L;

        private final transient AtomicInteger signed = new AtomicInteger();
        private final transient AtomicInteger verified = new AtomicInteger();
        private final transient AtomicInteger converted = new AtomicInteger();
        private final transient AtomicInteger signedWithConverted = new AtomicInteger();

        Counting() {
            super("Counting", "1", "counts signatures");
            putService(new Service(this, "Signature", "SHA256withRSA", Spi.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Spi(Counting.this);
                }
            });
            putService(new Service(this, "KeyFactory", "RSA", Keys.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Keys(converted);
                }
            });
        }
    }

    /** A key in the form of the provider. */
    private record ConvertedKey(RSAPrivateKey key) implements RSAPrivateKey {
        private static final long serialVersionUID = 1L;

        @Override
        public BigInteger getModulus() {
            return key.getModulus();
        }

        @Override
        public BigInteger getPrivateExponent() {
            return key.getPrivateExponent();
        }

        @Override
        public String getAlgorithm() {
            return key.getAlgorithm();
        }

        @Override
        public String getFormat() {
            return key.getFormat();
        }

        @Override
        public byte[] getEncoded() {
            return key.getEncoded();
        }
    }

    private static final class Keys extends KeyFactorySpi {
        private final AtomicInteger converted;

        Keys(AtomicInteger converted) {
            this.converted = converted;
        }

        @Override
        protected Key engineTranslateKey(Key key) {
            converted.incrementAndGet();
            return new ConvertedKey((RSAPrivateKey) key);
        }

        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> kind) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Spi extends SignatureSpi {
        private final Counting provider;
        private final Signature jvm;
        private boolean convertedKey;

        Spi(Counting provider) {
            this.provider = provider;
            try {
                jvm = Signature.getInstance("SHA256withRSA", "SunRsaSign");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            convertedKey = key instanceof ConvertedKey;
            jvm.initSign(key instanceof ConvertedKey converted ? converted.key() : key);
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            jvm.initVerify(key);
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            jvm.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) throws SignatureException {
            jvm.update(bytes, from, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            provider.signed.incrementAndGet();
            if (convertedKey) {
                provider.signedWithConverted.incrementAndGet();
            }
            return jvm.sign();
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            provider.verified.incrementAndGet();
            return jvm.verify(signature);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
