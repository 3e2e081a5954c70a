package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Receiver;
import io.github.wxpaycodegen.simulator.Rentals;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.internal.v3.V3PaymentsTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rental and hotel orders, and notifications of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2ServiceOrdersTest {
    private final Simulator simulator =
            Simulators.bundledBuilder().rememberOrders().start();
    private final Client client = Client.withCertificate(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void followsRentalFromCreationToPayment() throws Exception {
        String number = V3PaymentsTest.number();
        Map<String, String> created = call("createrentbill", rent(number));
        assertThat(created)
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("out_order_no", number)
                .containsKeys("order_id", "miniprogram_appid", "miniprogram_path", "package");
        assertThat(query(number))
                .containsEntry("state", "CREATED")
                .containsEntry("order_id", created.get("order_id"))
                .containsEntry("goods_name", "充电宝")
                .containsEntry("deposit_amount", "9900")
                .containsEntry("rent_unit", "FEN_HOUR")
                .containsEntry("returned", "FALSE")
                .doesNotContainKeys("finish_transaction_id", "rent_fee", "err_code");

        simulator.rentals().confirm(number);
        Map<String, String> accepted = query(number);
        assertThat(accepted).containsEntry("state", "USER_ACCEPTED");

        Map<String, String> finish = finish(number, accepted.get("finish_ticket"));
        assertThat(call("finishrentbill", finish)).containsEntry("order_id", created.get("order_id"));
        assertThat(query(number))
                .containsEntry("state", "FINISHED")
                .containsEntry("rent_fee", "500")
                .containsEntry("returned", "TRUE");
        assertThat(call("finishrentbill", finish)).containsEntry("result_code", "SUCCESS");

        assertThat(call(
                        "changerentmoney",
                        bill(number, "total_amount", "300", "rent_fee", "300", "compensation_fee", "0")))
                .containsEntry("result_code", "SUCCESS");
        String transactionId = simulator.rentals().pay(number);
        assertThat(query(number))
                .containsEntry("state", "USER_PAID")
                .containsEntry("rent_fee", "300")
                .containsEntry("finish_transaction_id", transactionId);
        assertThat(simulator.rentals().list())
                .filteredOn(rental -> rental.number().equals(number))
                .singleElement()
                .satisfies(rental -> {
                    assertThat(rental.state()).isEqualTo("USER_PAID");
                    assertThat(rental.title()).isEqualTo("充电宝");
                    assertThat(rental.amount()).hasValue(300);
                });
    }

    @Test
    void equalRentalsAreOneRental() throws Exception {
        String number = V3PaymentsTest.number();
        String first = call("createrentbill", rent(number)).get("order_id");

        assertThat(call("createrentbill", rent(number))).containsEntry("order_id", first);
        Map<String, String> other = rent(number);
        other.put("deposit_amount", "1");
        assertThat(call("createrentbill", other)).containsEntry("err_code", "INVALID_REQUEST");
    }

    @Test
    void canceledOrderStaysCanceled() throws Exception {
        String number = V3PaymentsTest.number();
        call("createrentbill", rent(number));

        assertThat(call("cancelbill", bill(number, "reason", "用户投诉"))).containsEntry("result_code", "SUCCESS");
        assertThat(call("cancelbill", bill(number, "reason", "用户投诉"))).containsEntry("result_code", "SUCCESS");

        Map<String, String> cancelled = query(number);
        assertThat(cancelled).containsEntry("state", "REVOKED");
        assertThat(call("finishrentbill", finish(number, cancelled.get("finish_ticket"))))
                .containsEntry("result_code", "FAIL")
                .containsEntry("err_code", "ORDER_CANCELED");
        assertThatIllegalStateException()
                .isThrownBy(() -> simulator.rentals().confirm(number))
                .withMessageContaining("SERVICE_ORDER_CANCELED");
    }

    @Test
    void finishesConfirmedOrderByTicket() throws Exception {
        String number = V3PaymentsTest.number();
        call("createrentbill", rent(number));
        String ticket = query(number).get("finish_ticket");

        assertThat(call("finishrentbill", finish(number, ticket))).containsEntry("err_code", "INVALID_ORDER_STATE");
        simulator.rentals().confirm(number);
        assertThat(call("finishrentbill", finish(number, "another"))).containsEntry("err_code", "PARAM_ERROR");
        assertThat(call("finishrentbill", finish(number, ticket))).containsEntry("result_code", "SUCCESS");
        Map<String, String> other = finish(number, ticket);
        other.put("rent_fee", "1");
        assertThat(call("finishrentbill", other)).containsEntry("err_code", "ORDER_DONE");
        assertThat(call("cancelbill", bill(number, "reason", "用户投诉"))).containsEntry("err_code", "ORDER_DONE");
    }

    @Test
    void unknownOrderDoesNotExist() throws Exception {
        String number = V3PaymentsTest.number();
        assertThat(query(number)).containsEntry("err_code", "ORDER_NOT_EXIST");
        call("createrentbill", rent(number));

        Map<String, String> otherService = bill(number, "return_query_id", "1");
        otherService.put("service_id", "2");
        assertThat(call("queryrentbill", otherService)).containsEntry("err_code", "ORDER_NOT_EXIST");
        assertThat(call("queryhotelbill", bill(number, "return_query_id", "1")))
                .containsEntry("err_code", "ORDER_NOT_EXIST");
        simulator.rentals().expire(number);
        assertThat(query(number)).containsEntry("state", "EXPIRED");
        assertThat(call("cancelbill", bill(number, "reason", "用户投诉"))).containsEntry("err_code", "ORDER_CLOSED");
    }

    @Test
    void followsHotelOrders() throws Exception {
        String number = V3PaymentsTest.number();
        Map<String, String> hotel = bill(
                number,
                "room",
                "101",
                "start_time",
                "20260101140000",
                "end_time",
                "20260102120000",
                "service_location",
                "酒店");
        hotel.putAll(Client.fields("deposit_amount", "9900", "room_rate", "500", "cancel_rule", "1"));
        hotel.putAll(Client.fields("cancel_rule_desc", "不可取消", "cert_serial_no", "1"));
        call("createhotelbill", hotel);
        simulator.rentals().confirm(number);
        Map<String, String> accepted = call("queryhotelbill", bill(number, "return_query_id", "1"));
        assertThat(accepted)
                .containsEntry("state", "USER_ACCEPTED")
                .containsEntry("room", "101")
                .containsEntry("checked_in", "FALSE");

        Map<String, String> finish = bill(number, "checked_in", "TRUE", "other_fee", "0", "compensation_fee", "0");
        finish.putAll(Client.fields("compensation_fee_desc", "无", "overdue_fine", "0", "overdue_fine_desc", "无"));
        finish.putAll(Client.fields("total_amount", "500", "profit_sharing", "N"));
        finish.put("finish_ticket", accepted.get("finish_ticket"));
        assertThat(call("finishhotelbill", finish)).containsEntry("result_code", "SUCCESS");
        assertThat(call("queryhotelbill", bill(number, "return_query_id", "1")))
                .containsEntry("state", "FINISHED")
                .containsEntry("checked_in", "TRUE");
    }

    @Test
    void notifiesMerchantOfEachStep() throws Exception {
        try (Simulator remembering =
                        Simulators.bundledBuilder().rememberOrders().start();
                Receiver receiver = new Receiver()) {
            Client merchant = Client.withCertificate(remembering);
            Rentals rentals = remembering.rentals();
            rentals.notifyUrl(receiver.url());
            merchant.post("/wxv/createrentbill", rent("1"));

            rentals.failConfirmation("1");
            assertThat(event(remembering, receiver.next(), "CHECK.FAIL")).containsEntry("state", "CREATED");
            rentals.confirm("1");
            Map<String, String> confirmed = event(remembering, receiver.next(), "CHECK.SUCCESS");
            assertThat(confirmed)
                    .containsEntry("state", "USER_ACCEPTED")
                    .containsEntry("out_order_no", "1")
                    .containsEntry("service_id", "500001")
                    .containsEntry("goods_name", "充电宝")
                    .containsEntry("deposit_amount", "9900");
            merchant.post("/wxv/finishrentbill", finish("1", confirmed.get("finish_ticket")));
            rentals.failPayment("1");
            assertThat(event(remembering, receiver.next(), "TRANSACTION.FAIL")).containsEntry("state", "FINISHED");
            String transactionId = rentals.pay("1");
            assertThat(event(remembering, receiver.next(), "TRANSACTION.SUCCESS"))
                    .containsEntry("state", "USER_PAID")
                    .containsEntry("total_amount", "500")
                    .containsEntry("finish_transaction_id", transactionId);
            assertThat(rentals.state("1")).isEqualTo("USER_PAID");
        }
    }

    /** What an event that is rightly signed says. */
    private static Map<String, String> event(Simulator simulator, Receiver.Received received, String type)
            throws Exception {
        Map<String, String> fields = Client.read(received.text());
        assertThat(fields)
                .containsEntry("event_type", type)
                .containsEntry("algorithm", "HMAC-SHA256")
                .containsEntry("mch_id", Client.MCHID)
                .containsEntry("appid", "wxd678efh567hg6787")
                .containsEntry("sign", Client.sign(fields, "HMAC-SHA256", Client.KEY));
        return Client.read(Receiver.decrypt(
                simulator.v3Key(),
                fields.get("event_nonce"),
                fields.get("event_associated_data"),
                fields.get("event_ciphertext")));
    }

    private Map<String, String> query(String number) throws Exception {
        return call("queryrentbill", bill(number, "return_query_id", "1"));
    }

    private Map<String, String> call(String operation, Map<String, String> fields) throws Exception {
        return Client.read(client.post("/wxv/" + operation, fields));
    }

    private static Map<String, String> bill(String number, String... more) {
        Map<String, String> fields = Client.cancelbill();
        fields.remove("reason");
        fields.put("out_order_no", number);
        fields.putAll(Client.fields(more));
        return fields;
    }

    private static Map<String, String> rent(String number) {
        return bill(
                number,
                "goods_name",
                "充电宝",
                "deposit_amount",
                "9900",
                "rent_unit",
                "FEN_HOUR",
                "rent_unit_fee",
                "100",
                "cert_serial_no",
                "1");
    }

    private static Map<String, String> finish(String number, String ticket) {
        Map<String, String> fields =
                bill(number, "returned", "TRUE", "total_amount", "500", "rent_fee", "500", "compensation_fee", "0");
        fields.putAll(Client.fields("compensation_fee_desc", "无", "finish_ticket", ticket, "profit_sharing", "N"));
        return fields;
    }
}
