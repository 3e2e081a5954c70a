package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.simulator.internal.endpoints.Shop;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.net.http.HttpResponse;
import java.security.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Applications of sub-merchants, from the submission to the account. */
class ApplymentTest {
    private static final String HOME = "/v3/applyment4sub/applyment/";

    private final Shop shop = new Shop();
    private final V3Client client = new V3Client(shop.gateway);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void applicationIsApprovedSignedAndFinished() throws Exception {
        HttpResponse<byte[]> response = submit("A1", "shop");
        assertThat(response.statusCode()).isEqualTo(200);
        long id = V3Client.json(response).get("applyment_id").asLong();
        assertThat(state("A1")).isEqualTo("APPLYMENT_STATE_AUDITING");
        shop.gateway.applyments().askForConfirmation("A1");
        assertThat(state("A1")).isEqualTo("APPLYMENT_STATE_TO_BE_CONFIRMED");

        shop.gateway.applyments().approve("A1");
        JsonNode approved = shop.get(HOME + "business_code/A1");
        assertThat(approved.get("applyment_state").asString()).isEqualTo("APPLYMENT_STATE_TO_BE_SIGNED");
        assertThat(approved.has("sign_url")).isTrue();
        assertThat(approved.has("sub_mchid")).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.applyments().approve("A1"))
                .withMessageContaining("APPLYMENT_STATE");
        shop.gateway.applyments().sign("A1");
        assertThat(state("A1")).isEqualTo("APPLYMENT_STATE_SIGNING");
        String subMchid = shop.gateway.applyments().finish("A1");

        JsonNode finished = shop.get(HOME + "applyment_id/" + id);
        assertThat(finished.get("applyment_state").asString()).isEqualTo("APPLYMENT_STATE_FINISHED");
        assertThat(finished.get("sub_mchid").asString()).isEqualTo(subMchid).matches("[0-9]{10}");
        assertThat(finished.get("business_code").asString()).isEqualTo("A1");
        assertThat(finished.get("applyment_id").asLong()).isEqualTo(id);
        assertThat(Shop.missing("v3/applyment4sub/applyment/business_code/{business_code}", "GET", finished))
                .isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.applyments().cancel("A1"));
    }

    @Test
    void rejectedApplicationIsSubmittedAgain() throws Exception {
        long id = V3Client.json(submit("A1", "shop")).get("applyment_id").asLong();
        HttpResponse<byte[]> tooEarly = submit("A1", "other shop");
        assertThat(tooEarly.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(tooEarly).get("code").asString()).isEqualTo("PROCESSING");

        shop.gateway.applyments().reject("A1", "id_card_copy", "blurred");
        JsonNode rejected = shop.get(HOME + "business_code/A1");
        assertThat(rejected.get("applyment_state").asString()).isEqualTo("APPLYMENT_STATE_REJECTED");
        assertThat(rejected.at("/audit_detail/0/field").asString()).isEqualTo("id_card_copy");
        assertThat(rejected.at("/audit_detail/0/reject_reason").asString()).isEqualTo("blurred");

        assertThat(V3Client.json(submit("A1", "other shop")).get("applyment_id").asLong())
                .isEqualTo(id);
        JsonNode again = shop.get(HOME + "business_code/A1");
        assertThat(again.get("applyment_state").asString()).isEqualTo("APPLYMENT_STATE_AUDITING");
        assertThat(again.has("audit_detail")).isFalse();
        assertThat(shop.gateway.applyments().list())
                .extracting(ProductSnapshot::title)
                .containsExactly("other shop");
    }

    @Test
    void unknownApplicationHasNoState() throws Exception {
        shop.refusesGet(HOME + "business_code/A2", 400, "APPLYMENT_NOTEXIST");
        shop.refusesGet(HOME + "applyment_id/1", 400, "APPLYMENT_NOTEXIST");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.applyments().state("A2"));
    }

    @Test
    void canceledApplicationIsForgottenOnReset() throws Exception {
        submit("A1", "shop");
        shop.gateway.applyments().cancel("A1");
        assertThat(shop.gateway.applyments().state("A1")).isEqualTo("CANCELED");

        shop.gateway.reset();

        assertThat(shop.gateway.applyments().list()).isEmpty();
        assertThat(submit("A1", "shop").statusCode()).isEqualTo(200);
    }

    private String state(String code) throws Exception {
        return shop.get(HOME + "business_code/" + code).get("applyment_state").asString();
    }

    private HttpResponse<byte[]> submit(String code, String name) throws Exception {
        Specs specs = SpecLoader.bundled();
        PublicKey key = V3Client.publicKey(shop.gateway.publicKeyPem());
        SampleRequests requests = new SampleRequests(
                new Types(specs.types()),
                Root.V3,
                Client.MCHID,
                text -> client.encrypt(key, text),
                text -> client.encrypt(key, text));
        ObjectShape shape = specs.endpoints().stream()
                .filter(endpoint -> endpoint.uri().equals("v3/applyment4sub/applyment/"))
                .findFirst()
                .orElseThrow()
                .operations()
                .get(0)
                .request()
                .shape();
        ObjectNode body = requests.json(shape);
        body.put("business_code", code);
        ((ObjectNode) body.required("business_info")).put("merchant_shortname", name);
        return client.post(HOME, body.toString())
                .header("Wechatpay-Serial", shop.gateway.publicKeyId())
                .send();
    }
}
