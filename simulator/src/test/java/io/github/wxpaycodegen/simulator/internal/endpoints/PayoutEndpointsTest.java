package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.V3Client;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayoutEndpointsTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void v2PaymentCanBeQueried() throws Exception {
        assertThat(shop.v2("/mmpaymkttransfers/gettransferinfo", query("P1"))).containsEntry("err_code", "NOT_FOUND");

        String id = shop.v2("/mmpaymkttransfers/promotion/transfers", payment("P1", 100))
                .get("payment_no");

        assertThat(shop.v2("/mmpaymkttransfers/gettransferinfo", query("P1")))
                .containsEntry("status", "SUCCESS")
                .containsEntry("payment_amount", "100")
                .containsEntry("detail_id", id)
                .containsEntry("openid", "openid-of-payee")
                .containsKey("payment_time");
        assertThat(shop.v2("/mmpaymkttransfers/promotion/transfers", payment("P1", 100)))
                .containsEntry("payment_no", id);
        assertThat(shop.v2("/mmpaymkttransfers/promotion/transfers", payment("P1", 101)))
                .containsEntry("err_code", "FATAL_ERROR");
    }

    @Test
    void heldV2PaymentArrivesOrFails() throws Exception {
        shop.gateway.transfers().hold();
        shop.v2("/mmpaymkttransfers/promotion/transfers", payment("P1", 100));
        shop.v2("/mmpaymkttransfers/promotion/transfers", payment("P2", 100));
        assertThat(shop.v2("/mmpaymkttransfers/gettransferinfo", query("P1"))).containsEntry("status", "PROCESSING");

        shop.gateway.transfers().settlePayment("P1");
        shop.gateway.transfers().failPayment("P2", "not verified");

        assertThat(shop.v2("/mmpaymkttransfers/gettransferinfo", query("P1"))).containsEntry("status", "SUCCESS");
        assertThat(shop.v2("/mmpaymkttransfers/gettransferinfo", query("P2")))
                .containsEntry("status", "FAILED")
                .containsEntry("reason", "not verified")
                .doesNotContainKey("payment_time");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.transfers().settlePayment("P2"));
    }

    @Test
    void nameToBeCheckedIsRequired() throws Exception {
        String[] request = payment("P1", 100);
        for (int i = 0; i < request.length; i++) {
            request[i] = request[i].replace("NO_CHECK", "FORCE_CHECK");
        }
        assertThat(shop.v2("/mmpaymkttransfers/promotion/transfers", request)).containsEntry("err_code", "PARAM_ERROR");

        String[] named = Shop.concat(request, new String[] {"re_user_name", "Wang"});
        assertThat(shop.v2("/mmpaymkttransfers/promotion/transfers", named)).containsEntry("result_code", "SUCCESS");

        assertThat(shop.v2("/mmpaymkttransfers/gettransferinfo", query("P1"))).containsEntry("transfer_name", "Wang");
    }

    /** Its second signature differs in each repetition, because it covers the nonce. */
    @Test
    void employeeIsPaidOnce() throws Exception {
        String path = "/mmpaymkttransfers/promotion/paywwsptrans2pocket";
        String signed = "amount,appid,desc,mch_id,openid,partner_trade_no,ww_msg_type";
        String id = shop.work(path, "first", signed, employee(100)).get("payment_no");
        assertThat(shop.work(path, "second", signed, employee(100))).containsEntry("payment_no", id);
        assertThat(shop.work(path, "third", signed, employee(101))).containsEntry("err_code", "FATAL_ERROR");

        assertThat(shop.v2("/mmpaymkttransfers/promotion/querywwsptrans2pocket", query("E1")))
                .containsEntry("detail_id", id)
                .containsEntry("status", "SUCCESS")
                .containsEntry("payment_amount", "100");
        assertThat(shop.v2("/mmpaymkttransfers/gettransferinfo", query("E1"))).containsEntry("err_code", "NOT_FOUND");
    }

    /** The ciphertext of the card differs in each repetition. */
    @Test
    void cardIsPaidOnce() throws Exception {
        assertThat(bank("B1")).containsEntry("err_code", "NOT_FOUND");
        Map<String, String> paid = toCard("B1", "6225000000000001", 1_500_000);
        assertThat(paid).containsEntry("cmms_amt", "1500").containsEntry("amount", "1500000");
        assertThat(toCard("B1", "6225000000000001", 1_500_000)).containsEntry("payment_no", paid.get("payment_no"));
        assertThat(toCard("B1", "6225000000000001", 1_500_001)).containsEntry("err_code", "FATAL_ERROR");
        assertThat(toCard("B1", "6225000000000002", 1_500_000)).containsEntry("err_code", "FATAL_ERROR");

        assertThat(bank("B1"))
                .containsEntry("payment_no", paid.get("payment_no"))
                .containsEntry("status", "SUCCESS")
                .containsEntry("amount", "1500000")
                .containsEntry("cmms_amt", "1500")
                .containsEntry("bank_no_md5", "528568537A959856393F17260FE8C0B2")
                .containsKey("pay_succ_time");
    }

    @Test
    void cardAndMerchantHaveLimitsOfADay() throws Exception {
        shop.awaitNoon();
        assertThat(toCard("B0", "6225000000000001", 2_000_001)).containsEntry("err_code", "AMOUNT_LIMIT");
        toCard("B1", "6225000000000001", 1_999_999);
        assertThat(toCard("B2", "6225000000000001", 2)).containsEntry("err_code", "AMOUNT_LIMIT");
        assertThat(toCard("B2", "6225000000000001", 1)).containsEntry("cmms_amt", "100");
        for (int i = 3; i <= 6; i++) {
            assertThat(toCard("B" + i, "622500000000000" + i, 2_000_000)).containsEntry("result_code", "SUCCESS");
        }
        assertThat(toCard("B7", "6225000000000007", 1)).containsEntry("err_code", "AMOUNT_LIMIT");

        shop.gateway.advance(Duration.ofDays(1));

        assertThat(toCard("B7", "6225000000000007", 1)).containsEntry("result_code", "SUCCESS");
    }

    @Test
    void heldPaymentToCardFails() throws Exception {
        shop.gateway.transfers().hold();
        toCard("B1", "6225000000000001", 100);
        assertThat(bank("B1")).containsEntry("status", "PROCESSING").doesNotContainKey("pay_succ_time");

        shop.gateway.transfers().failPayment("B1", "no such card");

        assertThat(bank("B1")).containsEntry("status", "FAILED").containsEntry("reason", "no such card");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.transfers().settlePayment("B1"))
                .withMessageContaining("TRANSFER_STATE");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.transfers().settlePayment("B2"))
                .withMessageContaining("NO_TRANSFER");
    }

    private Map<String, String> toCard(String number, String card, int amount) throws Exception {
        PublicKey key = V3Client.rsaPublicKey(shop.gateway.encryptionKeyPem());
        V3Client crypto = new V3Client(shop.gateway);
        return shop.v2(
                "/mmpaysptrans/pay_bank",
                "mch_id",
                Client.MCHID,
                "partner_trade_no",
                number,
                "enc_bank_no",
                crypto.encrypt(key, card),
                "enc_true_name",
                crypto.encrypt(key, "Wang"),
                "bank_code",
                "1002",
                "amount",
                Integer.toString(amount));
    }

    private Map<String, String> bank(String number) throws Exception {
        return shop.v2("/mmpaysptrans/query_bank", "mch_id", Client.MCHID, "partner_trade_no", number);
    }

    private static String[] employee(int amount) {
        return new String[] {
            "appid", Shop.APPID,
            "mch_id", Client.MCHID,
            "partner_trade_no", "E1",
            "openid", "employee",
            "check_name", "NO_CHECK",
            "amount", Integer.toString(amount),
            "desc", "wages",
            "spbill_create_ip", "10.0.0.1",
            "ww_msg_type", "NORMAL_MSG",
        };
    }

    static String[] payment(String number, int amount) {
        return new String[] {
            "mch_appid",
            Shop.APPID,
            "mchid",
            Client.MCHID,
            "partner_trade_no",
            number,
            "openid",
            "openid-of-payee",
            "check_name",
            "NO_CHECK",
            "amount",
            Integer.toString(amount),
            "desc",
            "tea"
        };
    }

    private static String[] query(String number) {
        return new String[] {"appid", Shop.APPID, "mch_id", Client.MCHID, "partner_trade_no", number};
    }
}
