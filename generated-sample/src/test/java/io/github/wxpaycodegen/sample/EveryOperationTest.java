package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.wxv.BillState;
import io.github.wxpaycodegen.client.v2.wxv.CancelBillRequest;
import io.github.wxpaycodegen.client.v2.wxv.CancelBillResponse;
import io.github.wxpaycodegen.client.v2.wxv.CreateHotelBillResponse;
import io.github.wxpaycodegen.client.v2.wxv.CreateRentBillResponse;
import io.github.wxpaycodegen.client.v2.wxv.ProfitSharing;
import io.github.wxpaycodegen.client.v2.wxv.QueryHotelBillResponse;
import io.github.wxpaycodegen.client.v2.wxv.QueryRentBillResponse;
import io.github.wxpaycodegen.client.v2.wxv.WxvApi;
import io.github.wxpaycodegen.runtime.message.ReturnCode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each endpoint of v2/wxv, called through the generated client over mutual TLS: what is sent and what comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationTest {
    private static final String ORDER = "1234323JKHDFE1243252";

    private final Gateway gateway = Gateway.start();
    private final WxPay pay = WxPay.create(gateway.config().build());
    private final WxvApi wxv = pay.v2().wxv();

    @BeforeAll
    void theGatewayIsUp() {
        assertThat(gateway.baseUri().getScheme()).isEqualTo("https");
    }

    @AfterAll
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void cancelsARentalOrder() {
        CancelBillResponse response =
                wxv.cancelBill(b -> b.outOrderNo(ORDER).reason("用户投诉 <&> \r\n").serviceId("500001"));

        assertThat(response.returnCode()).isEqualTo(ReturnCode.SUCCESS);
        assertThat(response.outOrderNo()).isEqualTo(ORDER);
        assertThat(response.orderId()).isNotBlank();
        assertThat(response.mchId()).isEqualTo(Gateway.MCHID);
        assertThat(response.unknownFields().names()).isEmpty();
        assertThat(gateway.lastRequest("/wxv/cancelbill"))
                .containsAllEntriesOf(Map.of(
                        "version", "1.0",
                        "appid", Gateway.APPID,
                        "mch_id", Gateway.MCHID,
                        "sign_type", "HMAC-SHA256",
                        "out_order_no", ORDER,
                        "reason", "用户投诉 <&> \r\n",
                        "service_id", "500001"))
                .containsKeys("nonce_str", "sign")
                .hasSize(9);
    }

    @Test
    void keepsMerchantOfRequest() {
        CancelBillRequest request = CancelBillRequest.builder()
                .appid("wx0000000000000001")
                .outOrderNo("own-appid")
                .reason("r")
                .serviceId("s")
                .build();

        CancelBillResponse response = wxv.cancelBill().post(request);

        assertThat(response.appid()).isEqualTo("wx0000000000000001");
    }

    @Test
    void changesAmountOfRentalOrder() {
        wxv.changeRentMoney(b -> b.outOrderNo(ORDER)
                .serviceId("500001")
                .totalAmount(40000)
                .rentFee(30000)
                .compensationFee(10000)
                .compensationFeeDesc("打破房间杯子一个"));

        assertThat(gateway.lastRequest("/wxv/changerentmoney"))
                .containsEntry("total_amount", "40000")
                .containsEntry("rent_fee", "30000")
                .containsEntry("compensation_fee", "10000")
                .doesNotContainKey("reason");
    }

    @Test
    void createsAHotelOrder() {
        CreateHotelBillResponse response = wxv.createHotelBill(b -> b.outOrderNo(ORDER)
                .serviceId("500001")
                .room("1208")
                .startTime("20091225091010")
                .endTime("20091227091010")
                .serviceLocation("嗨客时尚主题酒店")
                .depositAmount(0)
                .roomRate(5000)
                .cancelRule("FREE")
                .cancelRuleDesc("免费取消")
                .certSerialNo("45233302"));

        assertThat(response.orderId()).isNotBlank();
        assertThat(response.package_()).isNotBlank();
        assertThat(response.miniprogramAppid()).isNotBlank();
        assertThat(gateway.lastRequest("/wxv/createhotelbill")).containsEntry("deposit_amount", "0");
    }

    @Test
    void createsARentalOrder() {
        CreateRentBillResponse response = wxv.createRentBill(b -> b.outOrderNo(ORDER)
                .serviceId("500001")
                .goodsName("充电宝一个")
                .startTime("20091225091010")
                .serviceLocation("嗨客时尚主题展餐厅")
                .depositAmount(9900)
                .rentUnit("FEN_1_HOUR")
                .rentUnitFee(8000)
                .rentFeeDesc("租金前1小时免费，每日封顶10元。")
                .certSerialNo("45233302")
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"));

        assertThat(response.miniprogramPath()).isNotBlank();
        assertThat(gateway.lastRequest("/wxv/createrentbill"))
                .containsEntry("rent_unit", "FEN_1_HOUR")
                .containsEntry("openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
    }

    @Test
    void finishesAHotelOrder() {
        wxv.finishHotelBill(b -> b.outOrderNo(ORDER)
                .serviceId("500001")
                .checkedIn(true)
                .otherFee(10000)
                .compensationFee(6000)
                .compensationFeeDesc("打破房间杯子一个")
                .overdueFine(5000)
                .overdueFineDesc("延迟退房2小时，增加50元房费")
                .totalAmount(40000)
                .finishTicket("V1_ticket")
                .profitSharing(ProfitSharing.Y));

        assertThat(gateway.lastRequest("/wxv/finishhotelbill"))
                .containsEntry("checked_in", "TRUE")
                .containsEntry("profit_sharing", "Y");
    }

    @Test
    void finishesARentalOrder() {
        wxv.finishRentBill(b -> b.outOrderNo(ORDER)
                .serviceId("500001")
                .returned(true)
                .totalAmount(40000)
                .rentFee(34000)
                .compensationFee(6000)
                .compensationFeeDesc("打破房间杯子一个")
                .finishTicket("V1_ticket")
                .profitSharing(ProfitSharing.N));

        assertThat(gateway.lastRequest("/wxv/finishrentbill")).containsEntry("compensation_fee", "6000");
    }

    @Test
    void queriesAHotelOrder() {
        QueryHotelBillResponse response =
                wxv.queryHotelBill(b -> b.outOrderNo(ORDER).serviceId("500001").returnQueryId("q1"));

        assertThat(response.state()).isEqualTo(BillState.CREATED);
        assertThat(response.checkedIn()).isNotNull();
        assertThat(response.roomRate()).isNotNull();
        assertThat(response.finishTransactionId()).isNotBlank();
    }

    @Test
    void queriesARentalOrder() {
        QueryRentBillResponse response =
                wxv.queryRentBill(b -> b.outOrderNo(ORDER).serviceId("500001").returnQueryId("q1"));

        assertThat(response.state()).isEqualTo(BillState.CREATED);
        assertThat(response.rentUnit()).isNotNull();
        assertThat(response.rentUnitFee()).isNotNull();
        assertThat(response.unknownFields().names()).isEmpty();
    }
}
