package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.wxpaycodegen.client.v2.mmpaymkttransfers.PromotionTransfersRequest;
import io.github.wxpaycodegen.client.v2.pay.OrderTradeType;
import io.github.wxpaycodegen.client.v2.pay.UnifiedOrderRequest;
import io.github.wxpaycodegen.client.v3.bill.TradeBillGetRequest;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that {@code build()} rejects, so that they never become calls with an unknown outcome. */
class RequestChecksTest {
    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void rejectsV2AmountsBelowOne(long amount) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> order(amount).build())
                .withMessageContaining("total_fee must be at least 1 (was " + amount + ")");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(
                        () -> PromotionTransfersRequest.builder().amount(amount).build())
                .withMessageContaining("amount must be at least 1 (was " + amount + ")");
        assertThatNoException().isThrownBy(() -> order(1).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01"})
    void rejectsBillsOfDaysThatDoNotExist(String day) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> TradeBillGetRequest.builder().billDate(day).build())
                .withMessageContaining("bill_date must be a date of the form yyyy-MM-dd (was \"" + day + "\")");
    }

    @Test
    void acceptsBillsOfLeapDays() {
        assertThatNoException()
                .isThrownBy(() ->
                        TradeBillGetRequest.builder().billDate("2028-02-29").build());
    }

    private static UnifiedOrderRequest.Builder order(long total) {
        return UnifiedOrderRequest.builder()
                .appid(Gateway.APPID)
                .mchId(Gateway.MCHID)
                .body("Tea")
                .outTradeNo("ORDER-1")
                .totalFee(total)
                .spbillCreateIp("203.0.113.1")
                .notifyUrl("https://shop.example.com/wxpay/notify")
                .tradeType(OrderTradeType.NATIVE);
    }
}
