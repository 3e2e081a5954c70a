package io.github.wxpaycodegen.simulator.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Operations below {@code /brand/}, which only the brand calls, with its own keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrandTest {
    private static final String COUPONS = "/brand/play/coupons";

    private final Simulator simulator =
            Simulators.playBuilder().brandId(Simulators.BRAND_ID).start();
    private final V3Client client = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void acceptsBrandWithItsSchemeAndKeys() throws Exception {
        HttpResponse<byte[]> response = client.get(COUPONS).asBrand().send();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(client.isSignedForBrand(response)).isTrue();
        assertThat(V3Client.json(response).get("brand_id").asString()).isEqualTo(Simulators.BRAND_ID);
    }

    @Test
    void encryptsFieldsWithKeysOfBrand() throws Exception {
        PublicKey platform = V3Client.publicKey(simulator.brandPublicKeyPem());
        PublicKey another = V3Client.publicKey(simulator.publicKeyPem());
        assertThat(create(platform).statusCode()).isEqualTo(200);
        assertThat(create(another).statusCode()).isEqualTo(400);
        String ciphertext = V3Client.json(client.get(COUPONS).asBrand().send())
                .get("holder")
                .asString();
        IssuedCertificate brand =
                Simulators.identity(simulator).brand().orElseThrow().issued();
        assertThat(Suite.of(brand.key()).decryptField(brand.key(), ciphertext)).hasValue("sample-holder");
    }

    private HttpResponse<byte[]> create(PublicKey key) throws Exception {
        String json = "{\"out_request_no\":\"1\",\"holder\":\"" + client.encrypt(key, "李四") + "\"}";
        return client.post(COUPONS, json).asBrand().send();
    }

    @Test
    void rejectsAnotherBrandThanSigner() throws Exception {
        assertThat(client.post(COUPONS, named(Simulators.BRAND_ID))
                        .asBrand()
                        .send()
                        .statusCode())
                .isEqualTo(200);

        JsonNode error = client.post(COUPONS, named("120345")).asBrand().read();

        assertThat(error.get("code").asString()).isEqualTo("PARAM_ERROR");
        assertThat(error.get("message").asString()).isEqualTo("http header中的brand_id与post payload中的brand_id不匹配");
        assertThat(error.at("/detail/field").asString()).isEqualTo("/brand_id");
    }

    @Test
    void acceptsAnyBrandFromMerchant() throws Exception {
        JsonNode answer = client.post("/v3/play/merchants", named("120345")).read();

        assertThat(answer.get("brand_id").asString()).isEqualTo("120345");
    }

    private static String named(String brand) {
        return "{\"out_request_no\":\"1\",\"brand_id\":\"" + brand + "\"}";
    }

    @Test
    void limitsHoldForTheBrandToo() throws Exception {
        JsonNode error = client.post(COUPONS, "{\"out_request_no\":\"" + "1".repeat(41) + "\"}")
                .asBrand()
                .read();

        assertThat(error.at("/detail/field").asString()).isEqualTo("/out_request_no");
    }

    @Test
    void respondsWithExamplesOfSpec() throws Exception {
        JsonNode answer = client.get(COUPONS).asBrand().read();

        assertThat(answer.get("product_coupon_id").asString()).isEqualTo("200000001");
    }

    @Test
    void rejectsMerchantThatCallsAsBrand() throws Exception {
        refused("Authorization", request -> request);
    }

    @Test
    void rejectsBrandThatNamesMerchant() throws Exception {
        refused(
                "Authorization",
                request -> request.asBrand().withoutAuthorization("brand_id").authorization("mchid", Client.MCHID));
    }

    @Test
    void rejectsKeyOfMerchantForBrand() throws Exception {
        refused("signature", request -> request.asBrand().signedByMerchant());
        refused(
                "serial_no",
                request -> request.asBrand().signedByMerchant().authorization("serial_no", simulator.merchantSerial()));
    }

    @Test
    void rejectsUnknownBrand() throws Exception {
        refused("brand_id", request -> request.asBrand().authorization("brand_id", "120345"));
    }

    @Test
    void rejectsPublicKeyOfAnotherAccount() throws Exception {
        refused("Wechatpay-Serial", request -> request.asBrand().withoutHeader("Wechatpay-Serial"));
        refused("Wechatpay-Serial", request -> request.asBrand().header("Wechatpay-Serial", simulator.publicKeyId()));
    }

    @Test
    void rejectsBrandThatCallsAsMerchant() throws Exception {
        JsonNode error = client.get("/v3/play/orders/1").asBrand().read();
        assertThat(error.at("/detail/field").asString()).isEqualTo("Authorization");
    }

    @Test
    void rejectsAnyBrandUnlessConfigured() throws Exception {
        try (Simulator alone = Simulators.play()) {
            JsonNode error = new V3Client(alone)
                    .get(COUPONS)
                    .scheme("WECHATPAY-BRAND-SHA256-RSA2048")
                    .withoutAuthorization("mchid")
                    .authorization("brand_id", Simulators.BRAND_ID)
                    .read();
            assertThat(error.at("/detail/field").asString()).isEqualTo("brand_id");
            assertThatIllegalStateException().isThrownBy(alone::brandKeyPem).withMessageContaining("brandId(...)");
        }
    }

    @Test
    void writesKeysOfBrand(@TempDir Path directory) throws Exception {
        simulator.writeCertificates(directory, "password");
        assertThat(directory.resolve("brand_cert.pem")).hasContent(simulator.brandCertificatePem());
        assertThat(directory.resolve("brand_key.pem")).hasContent(simulator.brandKeyPem());
        assertThat(directory.resolve("brand_pub_key.pem")).hasContent(simulator.brandPublicKeyPem());
        assertThat(simulator.brandSerial()).isNotEqualTo(simulator.merchantSerial());
        assertThat(simulator.brandPublicKeyId()).isNotEqualTo(simulator.publicKeyId());
        assertThat(simulator.brandV3Key()).hasSize(32).isNotEqualTo(simulator.v3Key());
    }

    private void refused(String field, UnaryOperator<V3Client.Request> change) throws Exception {
        JsonNode error = change.apply(client.get(COUPONS)).read();
        assertThat(error.at("/detail/field").asString()).isEqualTo(field);
    }
}
