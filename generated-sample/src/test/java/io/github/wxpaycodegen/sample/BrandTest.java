package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.brand.marketing.CouponAvailablePeriod;
import io.github.wxpaycodegen.client.brand.marketing.CouponCodeMode;
import io.github.wxpaycodegen.client.brand.marketing.CouponDisplayInfo;
import io.github.wxpaycodegen.client.brand.marketing.CouponState;
import io.github.wxpaycodegen.client.brand.marketing.CouponUsageMethod;
import io.github.wxpaycodegen.client.brand.marketing.NormalCoupon;
import io.github.wxpaycodegen.client.brand.marketing.ProductCouponScope;
import io.github.wxpaycodegen.client.brand.marketing.ProductCouponType;
import io.github.wxpaycodegen.client.brand.marketing.ProductCouponsRequest;
import io.github.wxpaycodegen.client.brand.marketing.ProductCouponsResponse;
import io.github.wxpaycodegen.client.brand.marketing.StoreScope;
import io.github.wxpaycodegen.client.brand.marketing.UsageMode;
import io.github.wxpaycodegen.client.brand.marketing.UserProductCoupon;
import io.github.wxpaycodegen.client.brand.marketing.WeeklyAvailablePeriod;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A brand calls its product coupons over TLS, in its own name and beside the merchant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class BrandTest {
    private static final String COUPON = """
            {
              "coupon_code": "Code_123456",
              "coupon_state": "USED",
              "valid_begin_time": "2026-01-01T00:00:00+08:00",
              "valid_end_time": "2026-02-01T00:00:00+08:00",
              "receive_time": "2025-12-31T10:00:00+08:00",
              "send_request_no": "send_1",
              "send_channel": "RECEIVE_COMPONENT",
              "confirm_request_no": "confirm_1",
              "confirm_time": "2025-12-31T10:00:01+08:00",
              "single_usage_detail": {
                "use_request_no": "use_1",
                "use_time": "2026-01-02T12:00:00+08:00",
                "associated_order_info": {"out_trade_no": "A1", "mchid": "1900000001"}
              },
              "product_coupon": {
                "product_coupon_id": "1000000013",
                "scope": "SINGLE",
                "type": "EXCHANGE",
                "usage_mode": "SINGLE",
                "display_info": {
                  "name": "咖啡券",
                  "image_url": "https://qpic.cn/a",
                  "background_url": "https://qpic.cn/b",
                  "combo_package_list": [
                    {"name": "套餐", "pick_count": 1, "choice_list": [{"name": "拿铁", "price": 1800, "count": 1}]}
                  ]
                },
                "state": "EFFECTIVE"
              },
              "stock": {
                "product_coupon_id": "1000000013",
                "stock_id": "1000000013001",
                "coupon_code_mode": "UPLOAD",
                "coupon_code_count_info": {"total_count": 200, "available_count": 199},
                "stock_send_rule": {"max_count": 100, "max_count_per_user": 1},
                "single_usage_rule": {
                  "coupon_available_period": {
                    "available_begin_time": "2026-01-01T00:00:00+08:00",
                    "available_end_time": "2026-03-01T00:00:00+08:00",
                    "available_days": 30,
                    "weekly_available_period": {
                      "day_list": ["MONDAY", "SUNDAY"],
                      "day_period_list": [{"begin_time": 0, "end_time": 43200}]
                    },
                    "irregular_available_period_list": [
                      {"begin_time": "2026-01-05T00:00:00+08:00", "end_time": "2026-01-06T00:00:00+08:00"}
                    ]
                  },
                  "exchange_coupon": {"threshold": 0, "exchange_price": 100}
                },
                "usage_rule_display_info": {
                  "coupon_usage_method_list": ["OFFLINE", "PAYMENT_CODE"],
                  "usage_description": "到店使用"
                },
                "coupon_display_info": {
                  "code_display_mode": "QRCODE",
                  "background_color": "Color020",
                  "entrance_official_account": {"appid": "wx8888888888888888"}
                },
                "notify_config": {"notify_appid": "wx8888888888888888"},
                "store_scope": "SPECIFIC",
                "sent_count_info": {"total_count": 1, "today_count": 1},
                "state": "SENDING"
              },
              "attach": "a",
              "coupon_tag_info": {"coupon_tag_list": ["MEMBER"], "member_tag_info": {"member_card_id": "M1"}}
            }
            """;

    private final Simulator gateway = Simulator.builder()
            .keysFrom("tests")
            .mchid("1900000001")
            .v2Key("integration-test-key-0123456789a")
            .brandId("120344")
            .start();
    private final WxPay pay = WxPay.create(gateway.config().build());

    @AfterAll
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void createsAProductCoupon() {
        ProductCouponsResponse created = pay.brand().marketing().productCoupon().productCoupons(coupon());

        assertThat(created.scope()).isEqualTo(ProductCouponScope.ALL);
        assertThat(created.displayInfo().name()).isEqualTo("满100减10");
        assertThat(created.productCouponId()).isNotBlank();
        assertThat(created.unknownFields().names()).isEmpty();
        RecordedCall call = last();
        assertThat(call.refusal()).isEmpty();
        assertThat(call.headers().get("authorization").get(0))
                .startsWith("WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"120344\",")
                .contains("serial_no=\"" + gateway.brandSerial() + "\"");
        assertThat(call.headers().get("wechatpay-serial")).containsExactly(gateway.brandPublicKeyId());
        assertThat(call.undeclaredFields()).isEmpty();
        assertThat(call.fields())
                .isEqualTo(Map.ofEntries(
                        Map.entry("out_request_no", "create_1"),
                        Map.entry("scope", "ALL"),
                        Map.entry("type", "NORMAL"),
                        Map.entry("usage_mode", "SINGLE"),
                        Map.entry("single_usage_info.normal_coupon.threshold", "10000"),
                        Map.entry("single_usage_info.normal_coupon.discount_amount", "1000"),
                        Map.entry("display_info.name", "满100减10"),
                        Map.entry("display_info.image_url", "https://qpic.cn/a"),
                        Map.entry("display_info.background_url", "https://qpic.cn/b"),
                        Map.entry("stock.coupon_code_mode", "WECHATPAY"),
                        Map.entry("stock.stock_send_rule.max_count", "100"),
                        Map.entry(
                                "stock.single_usage_rule.coupon_available_period.available_begin_time",
                                "2026-01-01T00:00:00+08:00"),
                        Map.entry(
                                "stock.single_usage_rule.coupon_available_period.available_end_time",
                                "2026-02-01T00:00:00+08:00"),
                        Map.entry(
                                "stock.single_usage_rule.coupon_available_period.weekly_available_period.day_list[0]",
                                "MONDAY"),
                        Map.entry("stock.usage_rule_display_info.coupon_usage_method_list[0]", "OFFLINE"),
                        Map.entry("stock.usage_rule_display_info.usage_description", "到店使用"),
                        Map.entry("stock.notify_config.notify_appid", "wx8888888888888888"),
                        Map.entry("stock.coupon_display_info.background_color", "Color010"),
                        Map.entry("stock.store_scope", "ALL")));
    }

    private static ProductCouponsRequest coupon() {
        CouponAvailablePeriod period = CouponAvailablePeriod.builder()
                .availableBeginTime(OffsetDateTime.parse("2026-01-01T00:00+08:00"))
                .availableEndTime(OffsetDateTime.parse("2026-02-01T00:00+08:00"))
                .weeklyAvailablePeriod(w -> w.dayList(List.of(WeeklyAvailablePeriod.DayOfWeek.MONDAY)))
                .build();
        return ProductCouponsRequest.builder()
                .outRequestNo("create_1")
                .scope(ProductCouponScope.ALL)
                .type(ProductCouponType.NORMAL)
                .usageMode(UsageMode.SINGLE)
                .singleUsageInfo(s -> s.normalCoupon(NormalCoupon.builder()
                        .threshold(10000)
                        .discountAmount(1000)
                        .build()))
                .displayInfo(
                        d -> d.name("满100减10").imageUrl("https://qpic.cn/a").backgroundUrl("https://qpic.cn/b"))
                .stock(s -> s.couponCodeMode(CouponCodeMode.WECHATPAY)
                        .stockSendRule(r -> r.maxCount(100))
                        .singleUsageRule(r -> r.couponAvailablePeriod(period))
                        .usageRuleDisplayInfo(u -> u.couponUsageMethodList(List.of(CouponUsageMethod.OFFLINE))
                                .usageDescription("到店使用"))
                        .couponDisplayInfo(d -> d.backgroundColor(CouponDisplayInfo.BackgroundColor.COLOR010))
                        .notifyConfig(n -> n.notifyAppid("wx8888888888888888"))
                        .storeScope(StoreScope.ALL))
                .build();
    }

    @Test
    void usesTheCouponOfAUser() {
        UserProductCoupon used = pay.brand()
                .marketing()
                .productCoupon()
                .users()
                .openid("oh-394z-6CGkNoJrsDLTTUKiAnp4")
                .coupons()
                .couponCode("Code_123456")
                .use(b -> b.productCouponId("1000000013")
                        .stockId("1000000013001")
                        .useTime(OffsetDateTime.parse("2026-01-02T12:00:00+08:00"))
                        .outRequestNo("use_0001")
                        .associatedOrderInfo(o -> o.outTradeNo("A1").mchid("1900000001")));

        assertThat(used.couponState()).isNotNull();
        assertThat(used.stock().singleUsageRule().couponAvailablePeriod()).isNotNull();
        assertThat(last().path())
                .isEqualTo(
                        "/brand/marketing/product-coupon/users/oh-394z-6CGkNoJrsDLTTUKiAnp4/coupons/Code_123456/use");
        assertThat(last().fields())
                .containsEntry("appid", "wx8888888888888888")
                .containsEntry("use_time", "2026-01-02T12:00:00+08:00")
                .containsEntry("associated_order_info.out_trade_no", "A1");
    }

    @Test
    void readsAWholeCoupon() {
        UserProductCoupon coupon = UserProductCoupon.readFrom(
                FieldReader.received(JsonDocument.read(COUPON.getBytes(StandardCharsets.UTF_8)), text -> text));

        assertThat(coupon.couponState()).isEqualTo(CouponState.USED);
        assertThat(coupon.singleUsageDetail().associatedOrderInfo().outTradeNo())
                .isEqualTo("A1");
        assertThat(coupon.validEndTime()).isEqualTo(OffsetDateTime.parse("2026-02-01T00:00:00+08:00"));
        assertThat(coupon.productCoupon()
                        .displayInfo()
                        .comboPackageList()
                        .get(0)
                        .choiceList()
                        .get(0)
                        .price())
                .isEqualTo(1800L);
        assertThat(coupon.stock()
                        .singleUsageRule()
                        .couponAvailablePeriod()
                        .irregularAvailablePeriodList()
                        .get(0)
                        .endTime())
                .isEqualTo(OffsetDateTime.parse("2026-01-06T00:00:00+08:00"));
        assertThat(coupon.toString()).doesNotContain("unknown");
        assertThat(coupon.unknownFields().names()).isEmpty();
        assertThat(coupon.stock().unknownFields().names()).isEmpty();
        assertThat(coupon.productCoupon().unknownFields().names()).isEmpty();
    }

    @Test
    void uploadsAnImage() {
        UploadFile image = UploadFile.of("logo.png", "png".getBytes(StandardCharsets.UTF_8));
        assertThat(pay.brand()
                        .marketing()
                        .productCoupon()
                        .media()
                        .uploadImage(b -> b.file(image).filename("logo.png"))
                        .imageUrl())
                .isNotBlank();
        assertThat(last().refusal()).isEmpty();
    }

    @Test
    void merchantAndBrandShareAClient() {
        pay.v3().marketing().favor().stocks().stockId("9856000").stop(b -> b.stockCreatorMchid("1900000001"));
        assertThat(last().headers().get("authorization").get(0))
                .startsWith("WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\",")
                .contains("serial_no=\"" + gateway.merchantSerial() + "\"");
    }

    @Test
    void rejectsBrandCallWithMerchantKeys() {
        WxPayConfig.Builder pretender = gateway.config()
                .brandPrivateKeyPem(gateway.merchantKeyPem().getBytes(StandardCharsets.US_ASCII))
                .brandCertificatePem(gateway.merchantCertificatePem().getBytes(StandardCharsets.US_ASCII));
        try (WxPay merchant = WxPay.create(pretender.build())) {
            assertThatExceptionOfType(GatewayException.class)
                    .isThrownBy(() -> merchant.brand()
                            .marketing()
                            .productCoupon()
                            .notifyConfigs()
                            .get())
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
                    .withMessageContaining("SIGN_ERROR");
        }
    }

    @Test
    void sendsNothingWithoutBrandKey() {
        WxPayConfig config = WxPayConfig.builder()
                .mchid("1900000001")
                .brandId("120344")
                .merchantPrivateKeyPem(gateway.merchantKeyPem().getBytes(StandardCharsets.US_ASCII))
                .merchantSerial(gateway.merchantSerial())
                .host(gateway.baseUri())
                .trust(gateway.caCertificate())
                .build();
        try (WxPay merchant = WxPay.create(config)) {
            int before = gateway.calls().size();
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> merchant.brand()
                            .marketing()
                            .productCoupon()
                            .notifyConfigs()
                            .get())
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
                    .withMessageContaining("brandPrivateKeyPem");
            assertThat(gateway.calls()).hasSize(before);
        }
    }

    private RecordedCall last() {
        return gateway.calls().get(gateway.calls().size() - 1);
    }
}
