package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.ProductSnapshot;
import io.github.wxpaycodegen.simulator.RedPackets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedPacketEndpointsTest {
    private static final String HOME = "/mmpaymkttransfers/";

    private final Shop shop = new Shop();
    private final RedPackets packets = shop.gateway.redPackets();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void redPacketIsSentAndReceived() throws Exception {
        assertThat(query("R1")).containsEntry("err_code", "NOT_FOUND");
        Map<String, String> sent = send("R1", "user", 100);
        assertThat(sent)
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("mch_billno", "R1")
                .containsEntry("re_openid", "user")
                .containsEntry("total_amount", "100")
                .containsKeys("send_listid", "send_time");
        assertThat(query("R1"))
                .containsEntry("status", "SENT")
                .containsEntry("detail_id", sent.get("send_listid"))
                .containsEntry("hb_type", "NORMAL")
                .containsEntry("total_num", "1")
                .containsEntry("act_name", "action")
                .doesNotContainKeys("reason", "refund_time", "refund_amount");
        assertThat(shop.xml(HOME + "gethbinfo", lookup("R1"))).doesNotContain("hblist");

        packets.receive("R1");

        assertThat(query("R1")).containsEntry("status", "RECEIVED");
        assertThat(shop.xml(HOME + "gethbinfo", lookup("R1")))
                .containsPattern("<hblist><hbinfo><openid>user</openid><amount>100</amount><rcv_time>[-0-9: ]{19}"
                        + "</rcv_time></hbinfo></hblist>");
        assertThatIllegalStateException()
                .isThrownBy(() -> packets.receive("R1"))
                .withMessage("R1: RED_PACKET_STATE (红包状态错误，当前状态为RECEIVED)");
        assertThat(packets.list())
                .extracting(ProductSnapshot::number, ProductSnapshot::state, ProductSnapshot::title)
                .containsExactly(tuple("R1", "RECEIVED", "action"));
    }

    /** The address of the machine that repeats a request is no part of the red packet. */
    @Test
    void equalNumbersAreOneRedPacket() throws Exception {
        String id = send("R1", "user", 100).get("send_listid");

        assertThat(shop.v2(HOME + "sendredpack", replace(packet("R1", "user", 100), "client_ip", "10.0.0.2")))
                .containsEntry("send_listid", id);
        packets.receive("R1");
        assertThat(send("R1", "user", 100)).containsEntry("send_listid", id);
        assertThat(send("R1", "user", 101)).containsEntry("err_code", "FATAL_ERROR");
        assertThat(send("R1", "other", 100)).containsEntry("err_code", "FATAL_ERROR");
        assertThat(shop.v2(HOME + "sendgroupredpack", group("R1", 100, 1))).containsEntry("err_code", "FATAL_ERROR");
        assertThat(packets.list()).hasSize(1);
    }

    @Test
    void returnsWhatNobodyReceivedInADay() throws Exception {
        send("R1", "user", 100);
        send("R2", "user", 200);
        shop.gateway.advance(Duration.ofHours(24).minusMinutes(10));
        assertThat(packets.state("R1")).isEqualTo("SENT");
        packets.expire("R2");

        shop.gateway.advance(Duration.ofMinutes(10));

        assertThat(query("R1"))
                .containsEntry("status", "REFUND")
                .containsEntry("refund_amount", "100")
                .containsKey("refund_time");
        assertThat(query("R2")).containsEntry("status", "REFUND").containsEntry("refund_amount", "200");
        assertThatIllegalStateException().isThrownBy(() -> packets.receive("R1"));
        shop.gateway.advance(Duration.ofDays(30));
        assertThat(query("R1")).containsEntry("err_code", "NOT_FOUND");
    }

    @Test
    void heldRedPacketIsSettledOrFails() throws Exception {
        packets.hold();
        assertThat(send("R1", "user", 100)).containsEntry("err_code", "PROCESSING");
        assertThat(send("R1", "user", 100)).containsEntry("err_code", "PROCESSING");
        assertThat(send("R2", "user", 100)).containsEntry("err_code", "PROCESSING");
        assertThat(query("R1")).containsEntry("status", "SENDING");

        packets.settle("R1");
        packets.fail("R2", "no money");

        assertThat(send("R1", "user", 100)).containsEntry("result_code", "SUCCESS");
        assertThat(send("R2", "user", 100)).containsEntry("err_code", "SEND_FAILED");
        assertThat(query("R2")).containsEntry("status", "FAILED").containsEntry("reason", "no money");
        packets.expire("R1");
        assertThat(query("R1")).containsEntry("status", "RFUND_ING").doesNotContainKey("refund_time");
        packets.settle("R1");
        assertThat(query("R1")).containsEntry("status", "REFUND").containsKey("refund_time");
    }

    @Test
    void groupReceivesPartsOfRedPacket() throws Exception {
        assertThat(shop.v2(HOME + "sendgroupredpack", group("G1", 500, 3))).containsEntry("result_code", "SUCCESS");
        packets.receive("G1");
        packets.receive("G1");
        assertThat(query("G1")).containsEntry("status", "SENT").containsEntry("hb_type", "GROUP");

        packets.receive("G1");

        assertThat(query("G1")).containsEntry("status", "RECEIVED").containsEntry("total_num", "3");
        assertThat(shop.xml(HOME + "gethbinfo", lookup("G1")))
                .containsSubsequence(
                        "<openid>user</openid><amount>166<",
                        "<openid>user-2</openid><amount>166<",
                        "<openid>user-3</openid><amount>168<");
        shop.v2(HOME + "sendgroupredpack", group("G2", 500, 3));
        packets.receive("G2");
        packets.expire("G2");
        assertThat(query("G2")).containsEntry("status", "REFUND").containsEntry("refund_amount", "334");
    }

    @Test
    void unusualAmountNeedsScene() throws Exception {
        for (int amount : new int[] {99, 20_001}) {
            assertThat(send("R1", "user", amount)).containsEntry("err_code", "MONEY_LIMIT");
            assertThat(shop.v2(
                            HOME + "sendredpack",
                            Shop.concat(packet("S" + amount, "user", amount), new String[] {"scene_id", "PRODUCT_2"})))
                    .containsEntry("result_code", "SUCCESS");
        }
        assertThat(send("R1", "user", 0)).containsEntry("err_code", "PARAM_ERROR");
        assertThat(shop.v2(HOME + "sendredpack", replace(packet("R1", "user", 500), "total_num", "2")))
                .containsEntry("err_code", "PARAM_ERROR");
        assertThat(shop.v2(HOME + "sendgroupredpack", group("R1", 299, 3))).containsEntry("err_code", "MONEY_LIMIT");
        assertThat(send("R1", "user", 100)).containsEntry("result_code", "SUCCESS");
    }

    @Test
    void userReceivesSoManyRedPacketsADay() throws Exception {
        shop.awaitNoon();
        for (int i = 1; i <= 5; i++) {
            send("A" + i, "rich", 20_000);
        }
        assertThat(send("A6", "rich", 100)).containsEntry("err_code", "RCVDAMOUNT_LIMIT");
        for (int i = 1; i <= 10; i++) {
            send("B" + i, "user", 100);
        }

        assertThat(send("B11", "user", 100)).containsEntry("err_code", "SENDNUM_LIMIT");
        assertThat(send("C1", "other", 100)).containsEntry("result_code", "SUCCESS");
        shop.gateway.advance(Duration.ofDays(1));
        assertThat(send("B11", "user", 100)).containsEntry("result_code", "SUCCESS");
        assertThat(shop.v2(
                        HOME + "sendgroupredpack",
                        Shop.concat(group("D1", 100_000_001, 3), new String[] {"scene_id", "PRODUCT_2"})))
                .containsEntry("err_code", "SENDAMOUNT_LIMIT");
    }

    @Test
    void miniProgramOpensRedPacketByItsPackage() throws Exception {
        Map<String, String> sent = shop.v2(
                HOME + "sendminiprogramhb",
                Shop.concat(packet("M1", "user", 100), new String[] {"notify_way", "MINI_PROGRAM_JSAPI"}));

        assertThat(sent).containsEntry("package", "package-of-" + sent.get("send_listid"));
        assertThat(query("M1")).containsEntry("status", "SENT");
    }

    /** Its second signature differs in each repetition, because it covers the nonce. */
    @Test
    void corporationHasItsOwnQuery() throws Exception {
        String signed = "act_name,mch_billno,mch_id,re_openid,total_amount,wxappid";
        String[] request = packet("W1", "user", 100);
        String id =
                shop.work(HOME + "sendworkwxredpack", "first", signed, request).get("send_listid");
        assertThat(shop.work(HOME + "sendworkwxredpack", "second", signed, request))
                .containsEntry("send_listid", id);

        packets.receive("W1");

        assertThat(shop.v2(HOME + "queryworkwxredpack", lookup("W1")))
                .containsEntry("detail_id", id)
                .containsEntry("status", "RECEIVED")
                .containsEntry("openid", "user")
                .containsEntry("amount", "100")
                .containsKey("rcv_time");
        assertThat(query("W1")).containsEntry("err_code", "NOT_FOUND");
        send("R1", "user", 100);
        assertThat(shop.v2(HOME + "queryworkwxredpack", lookup("R1"))).containsEntry("err_code", "NOT_FOUND");
    }

    @Test
    void fundFlowBillListsRedPackets() throws Exception {
        shop.awaitNoon();
        send("R1", "user", 150);
        send("R2", "user", 200);
        packets.expire("R2");
        packets.hold();
        send("R3", "user", 300);

        String bill = shop.bill("/v3/bill/fundflowbill?bill_date=" + shop.today());

        assertThat(bill)
                .contains("`现金红包扣款,`支出,`1.50,`-1.50,`system,`,`R1", "`收入,`2.00,")
                .doesNotContain("R3");
    }

    @Test
    void resetForgetsRedPackets() throws Exception {
        packets.hold();
        send("R1", "user", 100);

        shop.gateway.reset();

        assertThat(packets.list()).isEmpty();
        assertThat(send("R1", "user", 100)).containsEntry("result_code", "SUCCESS");
    }

    private Map<String, String> send(String number, String openid, int amount) throws Exception {
        return shop.v2(HOME + "sendredpack", packet(number, openid, amount));
    }

    private Map<String, String> query(String number) throws Exception {
        return shop.v2(HOME + "gethbinfo", lookup(number));
    }

    private static String[] lookup(String number) {
        return new String[] {
            "mch_billno", number, "mch_id", Client.MCHID, "appid", Shop.APPID, "bill_type", "MCHT",
        };
    }

    private static String[] packet(String number, String openid, int amount) {
        return new String[] {
            "mch_billno", number,
            "mch_id", Client.MCHID,
            "wxappid", Shop.APPID,
            "send_name", "shop",
            "re_openid", openid,
            "total_amount", Integer.toString(amount),
            "total_num", "1",
            "wishing", "luck",
            "client_ip", "10.0.0.1",
            "act_name", "action",
            "remark", "remark",
        };
    }

    private static String[] group(String number, int amount, int users) {
        return replace(
                Shop.concat(packet(number, "user", amount), new String[] {"amt_type", "ALL_RAND"}),
                "total_num",
                Integer.toString(users));
    }

    /** Returns fields with another value of one of them. */
    private static String[] replace(String[] fields, String name, String value) {
        String[] changed = fields.clone();
        for (int i = 0; i < changed.length; i += 2) {
            if (changed[i].equals(name)) {
                changed[i + 1] = value;
            }
        }
        return changed;
    }
}
