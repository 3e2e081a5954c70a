package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperation;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorCoupon;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorLedger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ledger of merchant coupons, without a gateway before it. */
class BusifavorLedgerTest {
    private static final String STOCK = "v3/marketing/busifavor/stocks/{stock_id}";
    private static final int COUPONS = 300;

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-30T04:00:00Z"), ZoneOffset.UTC);
    private final BusifavorLedger ledger = new BusifavorLedger(clock, new Numbers(), (coupon, channel, url) -> {});

    /** Servers send coupons while another one looks at the stock. */
    @Test
    void figuresOfStockAreOfOneMoment() throws Exception {
        String id = stockWithCodes();
        StatefulOperations operations = new StatefulOperations();
        new BusifavorEndpoints(ledger, "1230000109", clock).addTo(operations);
        StatefulOperation query = operations.find("GET", STOCK).orElseThrow();

        CompletableFuture<Void> senders =
                CompletableFuture.runAsync(() -> receiveAll(id), task -> new Thread(task).start());
        boolean over;
        do {
            over = senders.isDone();
            Map<String, String> found = query.apply(Map.of("stock_id", id));
            String total = found.get("send_count_information.total_send_num");
            assertThat(found)
                    .containsEntry("send_count_information.today_send_num", total)
                    .containsEntry(
                            "coupon_code_count.available_count",
                            Integer.toString(COUPONS - Integer.parseInt(String.valueOf(total))));
        } while (!over);

        senders.join();
    }

    /** Code that expects the order of the upload would fail at WeChat Pay only. */
    @Test
    void codesAreChosenByReproducibleChance() throws Exception {
        String id = stockWithCodes();
        receiveAll(id);
        List<String> given = givenCodes();
        ledger.clear();

        receiveAll(stockWithCodes());

        assertThat(givenCodes()).isEqualTo(given);
        assertThat(given)
                .doesNotHaveDuplicates()
                .hasSize(COUPONS)
                .isNotEqualTo(IntStream.range(0, COUPONS)
                        .mapToObj(number -> "CODE-" + number)
                        .toList());
    }

    private List<String> givenCodes() {
        return ledger.coupons().stream().map(BusifavorCoupon::code).toList();
    }

    private String stockWithCodes() throws ProblemException {
        String id = ledger.createStock(Map.of(
                        "out_request_no",
                        "S1",
                        "stock_type",
                        "NORMAL",
                        "coupon_code_mode",
                        "MERCHANT_UPLOAD",
                        "stock_send_rule.max_coupons",
                        Integer.toString(COUPONS),
                        "coupon_use_rule.fixed_normal_coupon.discount_amount",
                        "50",
                        "coupon_use_rule.fixed_normal_coupon.transaction_minimum",
                        "80",
                        "coupon_use_rule.coupon_available_time.available_begin_time",
                        "2026-11-01T00:00:00+08:00",
                        "coupon_use_rule.coupon_available_time.available_end_time",
                        "2026-12-31T00:00:00+08:00"))
                .id();
        List<String> codes =
                IntStream.range(0, COUPONS).mapToObj(number -> "CODE-" + number).toList();
        ledger.upload(id, codes, Map.of("upload_request_no", "N1"));
        return id;
    }

    private void receiveAll(String id) {
        try {
            for (int i = 0; i < COUPONS; i++) {
                ledger.receive(id, "user");
            }
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }
}
