package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Encrypted fields of v2 requests and responses, and the key that {@code risk/getpublickey} returns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2DecryptionTest {
    private final Simulator bundled = Simulators.bundled();
    private final Simulator play = Simulators.play();

    @AfterAll
    void close() {
        bundled.close();
        play.close();
    }

    @Test
    void transfersToABankWithTheKeyItReturned() throws Exception {
        Client client = Client.withCertificate(bundled);
        Map<String, String> keyRequest =
                Client.fields("mch_id", Client.MCHID, "nonce_str", "n", "sign_type", "HMAC-SHA256");
        String pem = Client.read(client.post("/risk/getpublickey", keyRequest)).get("pub_key");
        PublicKey key = V3Client.rsaPublicKey(pem);

        Map<String, String> answer = Client.read(client.post("/mmpaysptrans/pay_bank", transfer(bundled, key)));

        assertThat(pem).isEqualTo(bundled.encryptionKeyPem());
        assertThat(answer).containsEntry("result_code", "SUCCESS").containsEntry("partner_trade_no", "T1");
        RecordedCall call = bundled.calls().get(bundled.calls().size() - 1);
        assertThat(call.fields())
                .containsEntry("enc_bank_no", "6225000000000001")
                .containsEntry("enc_true_name", "张三");
    }

    @Test
    void rejectsFieldsEncryptedWithAnotherKeyOrNotAtAll() throws Exception {
        Client client = Client.withCertificate(bundled);
        PublicKey other = V3Client.publicKey(bundled.publicKeyPem());
        Map<String, String> plain = transfer(bundled, other);
        plain.put("enc_bank_no", "6225000000000001");

        for (Map<String, String> request : List.of(transfer(bundled, other), plain)) {
            assertThat(Client.read(client.post("/mmpaysptrans/pay_bank", request)))
                    .containsEntry("result_code", "FAIL")
                    .containsEntry("err_code", "PARAM_ERROR")
                    .containsEntry(
                            "err_code_des",
                            "enc_bank_no must be encrypted with the key of risk/getpublickey;"
                                    + " enc_true_name must be encrypted with the key of risk/getpublickey");
        }
    }

    @Test
    void decryptsWithAPlatformCertificateThatTheRequestNames() throws Exception {
        PublicKey key = V3Client.certificateKey(play.platformCertificatePem());
        Map<String, String> request = secret(key, "12345678");
        Map<String, String> named = new LinkedHashMap<>(request);
        named.put("cert_serial_number", play.platformSerial());

        assertThat(post(request)).containsEntry("err_code", "PARAM_ERROR");
        assertThat(post(named)).containsEntry("result_code", "SUCCESS");
    }

    @Test
    void checksThePlainTextAgainstItsLimits() throws Exception {
        PublicKey key = V3Client.rsaPublicKey(play.encryptionKeyPem());

        assertThat(post(secret(key, "123456789")).get("err_code_des")).startsWith("bank_no ");
        assertThat(post(secret(key, "12345678"))).containsEntry("result_code", "SUCCESS");
    }

    @Test
    void encryptsResponsesForTheMerchant() throws Exception {
        PublicKey key = V3Client.rsaPublicKey(play.encryptionKeyPem());

        Map<String, String> answer = post(secret(key, "12345678"));

        assertThat(new V3Client(play).decrypt(answer.get("bank_no"))).isEqualTo("12345678");
        assertThat(answer.get("sign")).isEqualTo(Client.sign(answer, "MD5", Client.KEY));
        assertThat(play.calls().get(play.calls().size() - 1).responseFields()).containsEntry("bank_no", "12345678");
    }

    private Map<String, String> post(Map<String, String> request) throws Exception {
        return Client.read(Client.withoutCertificate(play).post("/play/secret", request));
    }

    private Map<String, String> secret(PublicKey key, String bankNo) {
        return Client.fields(
                "mch_id", Client.MCHID, "nonce_str", "n", "bank_no", new V3Client(play).encrypt(key, bankNo));
    }

    private static Map<String, String> transfer(Simulator gateway, PublicKey key) {
        V3Client crypto = new V3Client(gateway);
        return Client.fields(
                "mch_id", Client.MCHID,
                "partner_trade_no", "T1",
                "nonce_str", "n",
                "enc_bank_no", crypto.encrypt(key, "6225000000000001"),
                "enc_true_name", crypto.encrypt(key, "张三"),
                "bank_code", "1002",
                "amount", "500");
    }
}
