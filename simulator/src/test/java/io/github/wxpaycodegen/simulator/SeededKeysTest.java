package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Keys that follow from a seed. */
class SeededKeysTest {
    @Test
    void sameSeedGivesSameKeysAndSerials() throws Exception {
        try (Simulator first = seeded("a seed").start();
                Simulator second = seeded("a seed").start()) {
            // In another order, because the platform's keys are generated when they are first needed.
            assertThat(second.publicKeyPem()).isEqualTo(first.publicKeyPem());
            assertThat(second.encryptionKeyPem()).isEqualTo(first.encryptionKeyPem());
            assertThat(second.merchantKeyPem()).isEqualTo(first.merchantKeyPem());
            assertThat(second.merchantCertificatePem()).isEqualTo(first.merchantCertificatePem());
            assertThat(second.platformCertificatePem()).isEqualTo(first.platformCertificatePem());
            assertThat(second.caCertificatePem()).isEqualTo(first.caCertificatePem());
            assertThat(second.v3Key()).isEqualTo(first.v3Key());
            assertThat(second.brandKeyPem()).isEqualTo(first.brandKeyPem());
        }
    }

    @Test
    void sameSeedGivesSameSmKeys() {
        try (Simulator first = seeded("a seed").smSuite().start();
                Simulator second = seeded("a seed").smSuite().start()) {
            assertThat(second.merchantCertificatePem()).isEqualTo(first.merchantCertificatePem());
            assertThat(second.publicKeyPem()).isEqualTo(first.publicKeyPem());
        }
    }

    @Test
    void keysOfOneSeedDifferFromEachOther() {
        try (Simulator simulator = seeded("a seed").start()) {
            simulator.signWith(ResponseKey.CERTIFICATE);
            String before = simulator.platformSerial();
            simulator.rotatePlatformCertificate();

            assertThat(simulator.platformSerial()).isNotEqualTo(before).isNotEqualTo(simulator.merchantSerial());
            assertThat(simulator.v3Key()).isNotEqualTo(simulator.brandV3Key()).hasSize(32);
        }
    }

    @Test
    void otherSeedGivesOtherKeys() {
        try (Simulator first = seeded("a seed").start();
                Simulator second = seeded("another seed").start()) {
            assertThat(second.merchantSerial()).isNotEqualTo(first.merchantSerial());
            assertThat(second.v3Key()).isNotEqualTo(first.v3Key());
            assertThat(second.caCertificatePem()).isNotEqualTo(first.caCertificatePem());
        }
    }

    /** A client that trusts the authority of the first start also trusts the server of the second one. */
    @Test
    void clientOfFirstStartTrustsSecondOne() throws Exception {
        try (Simulator first = seeded("a seed").start();
                Simulator second = seeded("a seed").start()) {
            V3Client client = new V3Client(first);

            assertThat(client.get("/v3/certificates").sendTo(second.baseUri()).statusCode())
                    .isEqualTo(200);
        }
    }

    /** Fixed values: another version of the JVM or of Bouncy Castle must not change what follows from a seed. */
    @Test
    void keysOfSeedAreThoseOfEarlierVersions() throws Exception {
        try (Simulator simulator = seeded("wxpay").start()) {
            assertThat(simulator.merchantSerial()).isEqualTo("0739BC3E853D677019340949743867885CC659F7");
            assertThat(simulator.v3Key()).isEqualTo("14b6a51936294704b188f0cce8718027");
            assertThat(sha256(simulator.merchantKeyPem()))
                    .isEqualTo("82af7f147484ef088394c4d384c0bdaa6e1b86a8da3ed0195648f27e59275c0e");
            assertThat(sha256(simulator.caCertificatePem()))
                    .isEqualTo("251c3cf0f3cc912f3af300c5f3cf86a6bac0cfb29a4df30989216a567bd552bc");
        }
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest);
    }

    private static SimulatorBuilder seeded(String seed) {
        return Simulators.bundledBuilder().brandId("brand1").keysFrom(seed);
    }
}
