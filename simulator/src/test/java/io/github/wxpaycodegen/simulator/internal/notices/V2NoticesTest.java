package io.github.wxpaycodegen.simulator.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.Receiver;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import java.util.Map;
import org.junit.jupiter.api.Test;

class V2NoticesTest {
    /** The spec alone names the encrypted field, and its parameters share the prefix of that name. */
    @Test
    void parametersOfEncryptedDocumentHaveItsPrefix() throws Exception {
        try (Simulator simulator = Simulators.play();
                Receiver receiver = new Receiver()) {
            simulator.notifications().send(receiver.url(), Notice.v2("PLAY.SEALED"));

            Map<String, String> fields = Client.read(receiver.next().text());

            assertThat(fields)
                    .containsEntry("sealed_algorithm", "AEAD_AES_256_GCM")
                    .containsEntry("sign", Client.sign(fields, "MD5", Client.KEY));
            String document = Receiver.decrypt(
                    simulator.v3Key(),
                    fields.get("sealed_nonce"),
                    fields.get("sealed_associated_data"),
                    fields.get("sealed_ciphertext"));
            assertThat(Client.read(document)).containsOnlyKeys("order_id");
        }
    }

    @Test
    void otherAlgorithmIsThatOfTheEncryptedDocument() throws Exception {
        try (Simulator simulator = Simulators.play();
                Receiver receiver = new Receiver()) {
            simulator
                    .notifications()
                    .send(receiver.url(), Notice.v2("PLAY.SEALED").withFault(NoticeFault.OTHER_ALGORITHM));

            Map<String, String> fields = Client.read(receiver.next().text());

            assertThat(fields)
                    .containsEntry("sealed_algorithm", "AEAD_AES_128_CCM")
                    .containsEntry("sign", Client.sign(fields, "MD5", Client.KEY));
        }
    }
}
