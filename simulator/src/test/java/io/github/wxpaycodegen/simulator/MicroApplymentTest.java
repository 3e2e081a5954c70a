package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import java.net.http.HttpResponse;
import java.security.PublicKey;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications of micro merchants, from the submission to the upgrade. */
class MicroApplymentTest {
    private static final String HOME = "/applyment/micro/";

    private final Specs specs = SpecLoader.bundled();
    private final Simulator simulator =
            Simulators.bundledBuilder().rememberOrders().start();
    private final Applyments applyments = simulator.applyments();
    private final Client client = Client.withCertificate(simulator);
    private final V3Client encrypting = new V3Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void applicationIsApprovedSignedAndFinished() throws Exception {
        String id = submit("A1", "shop").getOrDefault("applyment_id", "");
        assertThat(state("A1"))
                .containsEntry("applyment_id", id)
                .containsEntry("applyment_state", "AUDITING")
                .containsEntry("applyment_state_desc", "审核中")
                .doesNotContainKeys("sub_mch_id", "sign_url", "audit_detail");

        applyments.approve("A1");
        Map<String, String> approved = state("A1");
        assertThat(approved)
                .containsEntry("applyment_state", "TO_BE_SIGNED")
                .containsEntry("applyment_state_desc", "待签约")
                .containsKeys("sub_mch_id", "sign_url");
        assertThatIllegalStateException()
                .isThrownBy(() -> applyments.approve("A1"))
                .withMessageContaining("APPLYMENT_STATE");
        applyments.sign("A1");
        assertThat(state("A1")).containsEntry("applyment_state", "TO_BE_SIGNED");
        String subMchid = applyments.finish("A1");

        assertThat(call("getstate", "applyment_id", id))
                .containsEntry("applyment_state", "FINISH")
                .containsEntry("applyment_state_desc", "完成")
                .containsEntry("sub_mch_id", subMchid);
        assertThat(approved).containsEntry("sub_mch_id", subMchid);
        assertThat(applyments.state("A1")).isEqualTo("FINISHED");
    }

    @Test
    void rejectedApplicationIsSubmittedAgain() throws Exception {
        String id = submit("A1", "shop").getOrDefault("applyment_id", "");
        assertThat(submit("A1", "shop")).containsEntry("applyment_id", id);
        assertThat(submit("A1", "other shop")).containsEntry("err_code", "PROCESSING");

        applyments.reject("A1", "account_number", "unreadable");
        Map<String, String> rejected = state("A1");
        assertThat(rejected).containsEntry("applyment_state", "REJECTED").containsEntry("applyment_state_desc", "已驳回");
        JsonNode detail = JsonMapper.shared().readTree(rejected.getOrDefault("audit_detail", ""));
        assertThat(detail.at("/audit_detail/0/param_name").asString()).isEqualTo("account_number");
        assertThat(detail.at("/audit_detail/0/reject_reason").asString()).isEqualTo("unreadable");

        assertThat(submit("A1", "other shop")).containsEntry("applyment_id", id);
        assertThat(state("A1")).containsEntry("applyment_state", "AUDITING").doesNotContainKey("audit_detail");
        assertThat(applyments.list()).extracting(ProductSnapshot::title).containsExactly("other shop");
    }

    @Test
    void unknownApplicationHasNoState() throws Exception {
        assertThat(state("A2")).containsEntry("err_code", "PARAM_ERROR").containsEntry("err_code_des", "申请单不存在");
        assertThat(call("getstate", "applyment_id", "1")).containsEntry("err_code", "PARAM_ERROR");
        assertThat(call("getupgradestate", "sub_mch_id", "1900000109")).containsEntry("err_code", "PARAM_ERROR");
    }

    @Test
    void canceledApplicationIsFrozen() throws Exception {
        submit("A1", "shop");
        applyments.cancel("A1");

        assertThat(state("A1")).containsEntry("applyment_state", "FROZEN").containsEntry("applyment_state_desc", "已冻结");
    }

    @Test
    void merchantIsUpgraded() throws Exception {
        String subMchid = open("A1");
        assertThat(upgrade(subMchid)).containsEntry("result_code", "SUCCESS");
        assertThat(upgradeState(subMchid))
                .containsEntry("sub_mch_id", subMchid)
                .containsEntry("applyment_state", "AUDITING")
                .doesNotContainKeys("sign_url", "sign_qrcode");
        assertThat(upgrade(subMchid)).containsEntry("result_code", "SUCCESS");

        applyments.askForConfirmation(subMchid);
        assertThat(upgradeState(subMchid))
                .containsEntry("applyment_state", "ACCOUNT_NEED_VERIFY")
                .containsEntry("applyment_state_desc", "待账户验证");
        applyments.approve(subMchid);
        assertThat(upgradeState(subMchid))
                .containsEntry("applyment_state", "NEED_SIGN")
                .containsEntry("applyment_state_desc", "待签约")
                .containsKeys("sign_url", "sign_qrcode");
        applyments.sign(subMchid);
        assertThat(applyments.finish(subMchid)).isEqualTo(subMchid);

        assertThat(upgradeState(subMchid)).containsEntry("applyment_state", "FINISH");
        assertThat(state("A1")).containsEntry("applyment_state", "FINISH");
        assertThat(applyments.list()).extracting(ProductSnapshot::number).containsExactly("A1", subMchid);
    }

    @Test
    void contactAndCardOfMerchantAreChanged() throws Exception {
        String subMchid = open("A1");

        assertThat(modify("modifycontactinfo", subMchid, "merchant_name", "new name"))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("sub_mch_id", subMchid);
        assertThat(modify("modifyarchives", subMchid, "account_bank", "招商银行"))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("sub_mch_id", subMchid);
        assertThat(modify("modifyarchives", "1900000109", "account_bank", "招商银行"))
                .containsEntry("result_code", "SUCCESS");

        assertThat(applyments.list()).extracting(ProductSnapshot::title).containsExactly("new name");
        assertThat(state("A1")).containsEntry("applyment_state", "FINISH");
    }

    @Test
    void resetForgetsApplications() throws Exception {
        submit("A1", "shop");

        simulator.reset();

        assertThat(applyments.list()).isEmpty();
        assertThat(state("A1")).containsEntry("err_code", "PARAM_ERROR");
    }

    private String open(String code) throws Exception {
        submit(code, "shop");
        applyments.approve(code);
        applyments.sign(code);
        return applyments.finish(code);
    }

    private Map<String, String> submit(String code, String name) throws Exception {
        Map<String, String> request = sample("submit");
        request.put("business_code", code);
        request.put("merchant_shortname", name);
        return send("submit", request);
    }

    private Map<String, String> upgrade(String subMchid) throws Exception {
        Map<String, String> request = sample("submitupgrade");
        request.put("sub_mch_id", subMchid);
        return send("submitupgrade", request);
    }

    private Map<String, String> modify(String path, String subMchid, String name, String value) throws Exception {
        Map<String, String> request = sample(path);
        request.put("sub_mch_id", subMchid);
        request.put(name, value);
        return send(path, request);
    }

    private Map<String, String> state(String code) throws Exception {
        return call("getstate", "business_code", code);
    }

    private Map<String, String> upgradeState(String subMchid) throws Exception {
        return call("getupgradestate", "sub_mch_id", subMchid);
    }

    private Map<String, String> call(String path, String name, String value) throws Exception {
        return send(path, Client.fields("version", "1.0", "mch_id", Client.MCHID, name, value));
    }

    /** The response, rightly signed. */
    private Map<String, String> send(String path, Map<String, String> request) throws Exception {
        request.put("nonce_str", "ibuaiVcKdpRxkhJA");
        request.put("sign_type", "HMAC-SHA256");
        HttpResponse<String> response = client.post(HOME + path, request);
        Map<String, String> answer = Client.read(response);
        assertThat(answer).containsEntry("sign", Client.sign(answer, "HMAC-SHA256", Client.KEY));
        return answer;
    }

    /** A request with all fields, the encrypted ones of which differ each time. */
    private Map<String, String> sample(String path) throws Exception {
        PublicKey key = V3Client.rsaPublicKey(simulator.encryptionKeyPem());
        Operation operation = specs.endpoints().stream()
                .filter(endpoint -> endpoint.wirePath().equals(HOME + path))
                .findFirst()
                .orElseThrow()
                .operations()
                .get(0);
        return new SampleRequests(
                        new Types(specs.types()),
                        Root.V2,
                        Client.MCHID,
                        text -> encrypting.encrypt(key, text),
                        text -> encrypting.encrypt(key, text))
                .v2(operation);
    }
}
