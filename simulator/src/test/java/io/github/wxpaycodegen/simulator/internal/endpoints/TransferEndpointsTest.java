package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.V3Client;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TransferEndpointsTest {
    private static final String BILLS = "/v3/fund-app/mch-transfer/transfer-bills";
    private static final String BATCHES = "/v3/transfer/batches";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void transferWaitsForUser() throws Exception {
        JsonNode created = shop.post(BILLS, transfer("T1", 100));

        assertThat(created.get("state").asString()).isEqualTo("WAIT_USER_CONFIRM");
        assertThat(created.get("transfer_bill_no").asString()).matches("[0-9]{40}");
        assertThat(created.has("package_info")).isTrue();
        assertThat(shop.gateway.transfers().list().get(0).actions()).containsExactly("confirm", "expire", "fail");
        shop.gateway.transfers().confirm("T1");

        JsonNode found = shop.get(BILLS + "/out-bill-no/T1");
        assertThat(found.get("state").asString()).isEqualTo("SUCCESS");
        assertThat(found.get("transfer_amount").asInt()).isEqualTo(100);
        assertThat(found.get("mch_id").asString()).isEqualTo(Client.MCHID);
        assertThat(found.get("openid").asString()).isEqualTo("openid-of-payee");
        assertThat(found.has("fail_reason")).isFalse();
        assertThat(found.has("package_info")).isFalse();
        assertThat(shop.get(BILLS + "/transfer-bill-no/"
                        + created.get("transfer_bill_no").asString()))
                .isEqualTo(found);
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.transfers().confirm("T1"))
                .withMessageContaining("TRANSFER_STATE");
        assertThat(shop.gateway.transfers().list()).singleElement().satisfies(transfer -> {
            assertThat(transfer.number()).isEqualTo("T1");
            assertThat(transfer.state()).isEqualTo("SUCCESS");
            assertThat(transfer.amount()).hasValue(100);
            assertThat(transfer.actions()).isEmpty();
        });
    }

    @Test
    void equalTransfersAreOneTransfer() throws Exception {
        JsonNode first = shop.post(BILLS, transfer("T1", 100));

        assertThat(shop.post(BILLS, transfer("T1", 100))).isEqualTo(first);
        shop.refusesPost(BILLS, transfer("T1", 101), 400, "INVALID_REQUEST");
    }

    /** The result is that of the query, so that a repetition is neither a success nor a reason for a new number. */
    @Test
    void endedTransferAlreadyExists() throws Exception {
        shop.post(BILLS, transfer("T1", 100));
        shop.gateway.transfers().confirm("T1");
        shop.post(BILLS, transfer("T2", 100));
        shop.gateway.transfers().fail("T2", "PAYEE_ACCOUNT_ABNORMAL");
        shop.post(BILLS, transfer("T3", 100));
        shop.gateway.advance(Duration.ofHours(24));

        for (String number : new String[] {"T1", "T2", "T3"}) {
            shop.refusesPost(BILLS, transfer(number, 100), 400, "ALREADY_EXISTS");
            shop.refusesPost(BILLS, transfer(number, 101), 400, "INVALID_REQUEST");
        }
        assertThat(shop.get(BILLS + "/out-bill-no/T1").get("state").asString()).isEqualTo("SUCCESS");
        assertThat(shop.get(BILLS + "/out-bill-no/T3").get("fail_reason").asString())
                .isEqualTo("OVERDUE_CLOSE");
    }

    @Test
    void rejectsUnknownAndInvalidTransfers() throws Exception {
        shop.refusesGet(BILLS + "/out-bill-no/T1", 404, "NOT_FOUND");
        shop.refusesGet(BILLS + "/transfer-bill-no/T1", 404, "NOT_FOUND");
        shop.refusesPost(BILLS, transfer("T1", 0), 400, "PARAM_ERROR");
        shop.refusesPost(BILLS, transfer("T1", 200_000), 400, "PARAM_ERROR");
        shop.post(BILLS, transfer("T1", 199_999));
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.transfers().state("T2"));
    }

    @Test
    void transferIsTenFenAtLeast() throws Exception {
        shop.refusesPost(BILLS, transfer("T1", 9), 400, "INVALID_REQUEST");
        shop.post(BILLS, transfer("T1", 10));
    }

    @Test
    void batchNamesAllUsersOrNone() throws Exception {
        V3Client client = new V3Client(shop.gateway);
        String name = client.encrypt(V3Client.publicKey(shop.gateway.publicKeyPem()), "Wang");
        String unnamed = "'openid': 'openid-of-payee'}";
        String named = "'openid': 'openid-of-payee', 'user_name': '" + name + "'}";
        String one = batch("B1", 300).replaceFirst(Pattern.quote(unnamed), named);
        String all = batch("B1", 300).replace(unnamed, named);
        String small = all.replace("'transfer_amount': 100", "'transfer_amount': 29")
                .replace("'total_amount': 300", "'total_amount': 229");

        assertThat(code(client, one)).isEqualTo("PARAM_ERROR");
        assertThat(code(client, small)).isEqualTo("PARAM_ERROR");
        assertThat(code(client, all)).isEmpty();
    }

    private String code(V3Client client, String batch) throws Exception {
        return V3Client.json(client.post(BATCHES, batch.replace('\'', '"'))
                        .header("Wechatpay-Serial", shop.gateway.publicKeyId())
                        .send())
                .path("code")
                .asString("");
    }

    @Test
    void canceledTransferCannotBeConfirmed() throws Exception {
        shop.post(BILLS, transfer("T1", 100));
        String cancel = BILLS + "/out-bill-no/T1/cancel";

        assertThat(shop.postEmpty(cancel).get("state").asString()).isEqualTo("CANCELING");

        assertThat(shop.get(BILLS + "/out-bill-no/T1").get("state").asString()).isEqualTo("CANCELLED");
        assertThat(shop.postEmpty(cancel).get("out_bill_no").asString()).isEqualTo("T1");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.transfers().confirm("T1"));
        shop.post(BILLS, transfer("T2", 100));
        shop.gateway.transfers().confirm("T2");
        shop.refusesPost(BILLS + "/out-bill-no/T2/cancel", "", 400, "INVALID_REQUEST");
    }

    @Test
    void transferFailsWithoutConfirmationInADay() throws Exception {
        shop.post(BILLS, transfer("T1", 100));
        shop.post(BILLS, transfer("T2", 100));
        shop.gateway.transfers().expire("T2");
        shop.gateway.advance(Duration.ofHours(24).minusMinutes(10));
        assertThat(shop.gateway.transfers().state("T1")).isEqualTo("WAIT_USER_CONFIRM");

        shop.gateway.advance(Duration.ofMinutes(10));

        for (String number : new String[] {"T1", "T2"}) {
            JsonNode found = shop.get(BILLS + "/out-bill-no/" + number);
            assertThat(found.get("state").asString()).isEqualTo("FAIL");
            assertThat(found.get("fail_reason").asString()).isEqualTo("OVERDUE_CLOSE");
        }
    }

    @Test
    void notifiesOfEndOfTransfer() throws Exception {
        shop.post(BILLS, withUrl(transfer("T1", 100)));
        shop.gateway.transfers().fail("T1", "NAME_NOT_CORRECT");

        JsonNode failed = shop.notified("MCHTRANSFER.BILL.FINISHED");

        assertThat(failed.get("state").asString()).isEqualTo("FAIL");
        assertThat(failed.get("fail_reason").asString()).isEqualTo("NAME_NOT_CORRECT");
        assertThat(failed.get("out_bill_no").asString()).isEqualTo("T1");
        shop.post(BATCHES, withUrl(batch("B1", 300)));
        JsonNode finished = shop.notified("MCHTRANSFER.BATCH.FINISHED");
        assertThat(finished.get("out_batch_no").asString()).isEqualTo("B1");
        assertThat(finished.get("success_amount").asInt()).isEqualTo(300);
        assertThat(finished.get("success_num").asInt()).isEqualTo(2);
    }

    @Test
    void notifiesOfTransferThatNobodyConfirmed() throws Exception {
        shop.post(BILLS, withUrl(transfer("T1", 100)));

        shop.gateway.advance(Duration.ofHours(24));

        JsonNode failed = shop.notified("MCHTRANSFER.BILL.FINISHED");
        assertThat(failed.get("state").asString()).isEqualTo("FAIL");
        assertThat(failed.get("fail_reason").asString()).isEqualTo("OVERDUE_CLOSE");
    }

    @Test
    void batchIsPaidAtOnce() throws Exception {
        JsonNode created = shop.post(BATCHES, batch("B1", 300));
        assertThat(created.get("batch_status").asString()).isEqualTo("ACCEPTED");

        JsonNode found = shop.get(BATCHES + "/out-batch-no/B1?need_query_detail=true&offset=1&limit=20");

        assertThat(found.at("/transfer_batch/batch_status").asString()).isEqualTo("FINISHED");
        assertThat(found.at("/transfer_batch/total_amount").asInt()).isEqualTo(300);
        assertThat(found.at("/transfer_batch/mchid").asString()).isEqualTo(Client.MCHID);
        assertThat(found.get("transfer_detail_list")).hasSize(1);
        assertThat(found.at("/transfer_detail_list/0/out_detail_no").asString()).isEqualTo("D2");
        String id = created.get("batch_id").asString();
        assertThat(shop.get(BATCHES + "/batch-id/" + id + "?need_query_detail=false")
                        .has("transfer_detail_list"))
                .isFalse();
        String detailId = found.at("/transfer_detail_list/0/detail_id").asString();
        JsonNode detail = shop.get(BATCHES + "/batch-id/" + id + "/details/detail-id/" + detailId);
        assertThat(detail.get("transfer_amount").asInt()).isEqualTo(200);
        assertThat(detail.get("detail_status").asString()).isEqualTo("SUCCESS");
        assertThat(shop.get(BATCHES + "/out-batch-no/B1/details/out-detail-no/D2"))
                .isEqualTo(detail);
        assertThat(shop.post(BATCHES, batch("B1", 300)).get("batch_id").asString())
                .isEqualTo(id);
    }

    @Test
    void rejectsUnknownAndInvalidBatches() throws Exception {
        shop.refusesPost(BATCHES, batch("B1", 299), 400, "PARAM_ERROR");
        shop.refusesPost(BATCHES, batch("B1", 300).replace("D2", "D1"), 400, "PARAM_ERROR");
        shop.refusesGet(BATCHES + "/out-batch-no/B1?need_query_detail=false", 404, "NOT_FOUND");
        shop.post(BATCHES, batch("B1", 300));
        shop.refusesPost(BATCHES, batch("B1", 300).replace("tea", "coffee"), 400, "INVALID_REQUEST");
        shop.refusesGet(BATCHES + "/out-batch-no/B1/details/out-detail-no/D3", 404, "NOT_FOUND");
    }

    @Test
    void heldBatchIsPaidInPart() throws Exception {
        shop.gateway.transfers().hold();
        shop.post(BATCHES, batch("B1", 300));
        assertThat(shop.gateway.transfers().batchState("B1")).isEqualTo("PROCESSING");

        shop.gateway.transfers().failDetail("B1", "D1", "ACCOUNT_FROZEN");
        shop.gateway.transfers().settleBatch("B1");

        JsonNode found = shop.get(BATCHES + "/out-batch-no/B1?need_query_detail=true&detail_status=FAIL");
        assertThat(found.at("/transfer_batch/batch_status").asString()).isEqualTo("FINISHED");
        assertThat(found.at("/transfer_batch/fail_amount").asInt()).isEqualTo(100);
        assertThat(found.at("/transfer_batch/success_num").asInt()).isEqualTo(1);
        assertThat(found.get("transfer_detail_list")).hasSize(1);
        assertThat(shop.get(BATCHES + "/out-batch-no/B1/details/out-detail-no/D1")
                        .get("fail_reason")
                        .asString())
                .isEqualTo("ACCOUNT_FROZEN");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.transfers().settleBatch("B1"));
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.transfers().failDetail("B1", "D1", "ACCOUNT_FROZEN"));
    }

    @Test
    void fundFlowBillListsTransfersThatArrived() throws Exception {
        shop.post(BILLS, transfer("T1", 100));
        shop.post(BILLS, transfer("T2", 100));
        shop.gateway.transfers().confirm("T1");
        shop.v2("/mmpaymkttransfers/promotion/transfers", PayoutEndpointsTest.payment("P1", 150));
        String day = shop.today();

        String bill = shop.bill("/v3/bill/fundflowbill?bill_date=" + day);

        assertThat(bill)
                .contains("`商家转账,`商家转账,`支出,`1.00,`-1.00,`system,`,`T1")
                .contains("`支出,`1.50,`-2.50,`system,`,`P1")
                .doesNotContain("T2")
                .endsWith("`2,`0,`0.00,`2,`2.50\r\n");
    }

    private String withUrl(String json) {
        return json.replaceFirst("\\{", "{'notify_url': '" + shop.receiver.url() + "', ");
    }

    private static String transfer(String number, int amount) {
        return """
                {'appid': '%s', 'out_bill_no': '%s', 'openid': 'openid-of-payee', 'transfer_amount': %d, 'transfer_remark': 'tea',
                'transfer_scene_id': '1000', 'transfer_scene_report_infos': [{'info_type': 'a', 'info_content': 'b'}]}
                """.formatted(Shop.APPID, number, amount);
    }

    private static String batch(String number, int total) {
        return """
                {'appid': '%s', 'out_batch_no': '%s', 'batch_name': 'tea', 'batch_remark': 'r', 'total_amount': %d, 'total_num': 2,
                'transfer_detail_list': [
                {'out_detail_no': 'D1', 'transfer_amount': 100, 'transfer_remark': 'a', 'openid': 'openid-of-payee'},
                {'out_detail_no': 'D2', 'transfer_amount': 200, 'transfer_remark': 'b', 'openid': 'openid-of-payee'}]}
                """.formatted(Shop.APPID, number, total);
    }
}
