package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.ecommerce.applyments.Applyment;
import io.github.wxpaycodegen.client.v3.transfer.TransferDetail;
import io.github.wxpaycodegen.simulator.RecordedCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Encrypted fields on the wire: the gateway decrypts requests, the client decrypts responses. */
class EncryptedFieldsTest {
    private final Gateway gateway = Gateway.start();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void encryptsForTheKeyThatGetPublicKeyReturns() throws Exception {
        String pem;
        try (WxPay pay =
                WxPay.create(gateway.config().allowHost(gateway.baseUri()).build())) {
            pem = pay.with(o -> o.host(gateway.baseUri()))
                    .v2()
                    .risk()
                    .getPublicKey(b -> {})
                    .pubKey();
        }

        try (WxPay pay = WxPay.create(gateway.config().encryptionKeyPem(pem).build())) {
            pay.v2().mmPaySpTrans().payBank(b -> b.partnerTradeNo("BANK-1")
                    .encBankNo("6217000000000000004")
                    .encTrueName("张三")
                    .bankCode("1001")
                    .amount(100)
                    .desc("示例"));
        }

        assertSentEncrypted("enc_bank_no", "6217000000000000004");
        assertSentEncrypted("enc_true_name", "张三");
    }

    @Test
    void encryptsEachElementOfAList() throws Exception {
        try (WxPay pay = WxPay.create(gateway.config().build())) {
            pay.v3()
                    .insPolicyMgr()
                    .deduct()
                    .policies()
                    .outInsuranceNo("INSURANCE-1")
                    .patch(b -> b.insuredNameList(List.of("张三", "李四")));
        }

        assertSentEncrypted("insured_name_list[0]", "张三");
        assertSentEncrypted("insured_name_list[1]", "李四");
    }

    @Test
    void encryptsListsWithinObjects() throws Exception {
        try (WxPay pay = WxPay.create(gateway.config().build())) {
            pay.v3().brand().partner().cardMember().userCards().importByOpenid(b -> b.brandId("10000")
                    .cardId("CARD-1")
                    .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                    .userCardCode("CODE-1")
                    .userInformation(u -> u.addCustomField(f -> f.name("爱好").userChosenValues(List.of("阅读", "跑步")))));
        }

        assertSentEncrypted("user_information.custom_field_list[0].user_chosen_values[0]", "阅读");
        assertSentEncrypted("user_information.custom_field_list[0].user_chosen_values[1]", "跑步");
    }

    @Test
    void decryptsTheAccountOfAnApplyment() throws Exception {
        Applyment applyment;
        try (WxPay pay = WxPay.create(gateway.config().build())) {
            applyment = pay.v3()
                    .ecommerce()
                    .applyments()
                    .outRequestNo("APPLYMENT-1")
                    .get();
        }

        assertReceivedEncrypted(
                "account_validation.account_name", applyment.accountValidation().accountName());
    }

    @Test
    void decryptsTheNameInATransfer() throws Exception {
        TransferDetail detail;
        try (WxPay pay = WxPay.create(gateway.config().build())) {
            detail = pay.v3()
                    .transfer()
                    .batches()
                    .outBatchNo("BATCH1")
                    .details()
                    .outDetailNo("DETAIL1")
                    .get();
        }

        assertReceivedEncrypted("user_name", detail.userName());
    }

    private void assertSentEncrypted(String field, String plain) {
        RecordedCall call = lastCall();
        assertThat(call.refusal()).isEmpty();
        assertThat(call.fields()).containsEntry(field, plain);
        assertThat(new String(call.body(), StandardCharsets.UTF_8)).doesNotContain(plain);
    }

    /** The simulator refuses to send such a field as plain text: it records the text before it encrypts it. */
    private void assertReceivedEncrypted(String field, String plain) {
        assertThat(plain).isNotEmpty().hasSizeLessThan(128);
        assertThat(lastCall().responseFields()).containsEntry(field, plain);
    }

    private RecordedCall lastCall() {
        List<RecordedCall> calls = gateway.calls();
        return calls.get(calls.size() - 1);
    }
}
