package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Pages;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Lists of several pages over real connections: the simulator has five items in each, at most two on a page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class PagesTest {
    private static final String MCHID = "1230000109";
    private static final String COMPLAINTS = "/v3/merchant-service/complaints-v2";

    private static final Map<FillKey, String> CONFIGURED = Map.of(
            FillKey.MCHID, MCHID,
            FillKey.APPID, "wxd678efh567hg6787",
            FillKey.SUB_MCHID, "1900000109",
            FillKey.SUB_APPID, "wx8888888888888888",
            FillKey.BRAND_ID, "120344");

    private Specs specs;
    private Simulator gateway;
    private WxPay pay;
    private Map<String, JsonNode> index;

    @BeforeAll
    void start() throws Exception {
        specs = TypedApi.bundledSpecs();
        index = TypedApi.index();
        gateway = Simulator.builder()
                .mchid(MCHID)
                .v2Key("integration-test-key-0123456789a")
                .brandId("120344")
                .start();
        WxPayConfig.Builder config = gateway.config()
                .appid(CONFIGURED.get(FillKey.APPID))
                .subMchid(CONFIGURED.get(FillKey.SUB_MCHID))
                .subAppid(CONFIGURED.get(FillKey.SUB_APPID))
                .brandId(CONFIGURED.get(FillKey.BRAND_ID));
        hosts().forEach(host -> config.replaceHost(host, gateway.baseUri()));
        pay = WxPay.create(config.build());
    }

    @AfterAll
    void stop() {
        pay.close();
        gateway.close();
    }

    @TestFactory
    Stream<DynamicTest> everyListHasEachItemOnce() {
        return specs.endpoints().stream().flatMap(endpoint -> endpoint.operations().stream()
                .filter(operation -> operation.pages().isPresent())
                .map(operation -> DynamicTest.dynamicTest(
                        operation.method() + " /" + endpoint.uri(), () -> list(endpoint, operation))));
    }

    private void list(Endpoint endpoint, Operation operation) throws Exception {
        Pages pages = operation.pages().orElseThrow();
        RequestMaker maker = new RequestMaker(specs, CONFIGURED, false);
        JsonNode entry = index.get(operation.method() + " /" + endpoint.uri());
        Class<?> requestClass = Class.forName(entry.get("request").asString());
        Message request = maker.make(operation, requestClass).request();
        Map<String, String> segments = new HashMap<>();
        operation.request().path().forEach(field -> segments.put(field.name(), maker.segment(field)));
        int before = gateway.calls().size();

        Iterable<?> items = (Iterable<?>) TypedApi.call(TypedApi.place(pay, endpoint, segments), "list", request);

        List<Object> listed = new ArrayList<>();
        items.forEach(listed::add);
        assertThat(listed).hasSize(5).doesNotHaveDuplicates();
        assertThat(gateway.calls().subList(before, gateway.calls().size()))
                .allSatisfy(call -> assertThat(call.refusal()).isEmpty())
                .hasSizeBetween(3, pages.total().isPresent() || pages.next().isPresent() ? 5 : 6);
    }

    @Test
    void offsetsFollowTheItemsThatCame() {
        assertThat(pay.v3().merchantService().complaintsV2().list(b -> b.limit(50)
                        .beginDate("2026-01-01")
                        .endDate("2026-01-31")))
                .hasSize(5);

        assertThat(queries(COMPLAINTS, 3))
                .extracting(query -> query.get("offset"))
                .containsExactly("0", "2", "4");
        assertThat(queries(COMPLAINTS, 3))
                .allSatisfy(query ->
                        assertThat(query).containsEntry("limit", "50").containsEntry("begin_date", "2026-01-01"));
    }

    @Test
    void pageNumbersCountPages() {
        assertThat(pay.v3().brand().card().cardLinks().list(b -> b.brandId("1").pageSize(2)))
                .hasSize(5);

        assertThat(queries("/v3/brand/card/card-links", 3))
                .extracting(query -> query.get("page_index"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void tokensComeFromThePageBefore() {
        assertThat(pay
                        .v3()
                        .marketing()
                        .partner()
                        .productCoupon()
                        .productCoupons()
                        .productCouponId("200000001")
                        .stocks()
                        .list(b -> b.brandId("120344"))
                        .stream()
                        .map(stock -> Objects.requireNonNull(stock.stockId())))
                .hasSize(5);

        assertThat(queries("/v3/marketing/partner/product-coupon/product-coupons/200000001/stocks", 3))
                .extracting(query -> query.getOrDefault("page_token", "none"))
                .containsExactly("none", "page-after-2", "page-after-4");
    }

    @Test
    void numberedFieldsOfV2HavePagesToo() {
        assertThat(pay.v2().deposit().refundQuery().list(b -> b.outTradeNo("A1")))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allSatisfy(refund -> assertThat(refund.refundId()).isNotBlank());
    }

    @Test
    void failureNamesThePageAndMayBeRepeated() {
        Iterator<?> complaints = complaints().iterator();
        complaints.next();
        complaints.next();
        gateway.next(COMPLAINTS, V3Behavior.error(400, "PARAM_ERROR", "参数错误"));

        assertThatThrownBy(complaints::next)
                .isInstanceOf(GatewayException.class)
                .hasMessageStartingWith(COMPLAINTS)
                .hasMessageEndingWith(" (page 2)");
        complaints.next();
        complaints.next();
        complaints.next();
        assertThat(complaints.hasNext()).isFalse();
    }

    @Test
    void interruptedThreadIsReportedWithItsPage() {
        Iterator<?> complaints = complaints().iterator();
        complaints.next();
        complaints.next();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(complaints::next)
                    .hasMessageContaining("interrupted")
                    .hasMessageEndingWith(" (page 2)");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(complaints.next()).isNotNull();
    }

    @Test
    void eachPageIsCalledWithTheOptionsOfThePlace() {
        int before = gateway.calls().size();

        assertThat(pay.with(o -> o.header("X-Trace", "42"))
                        .v3()
                        .merchantService()
                        .complaintsV2()
                        .list(b -> b.beginDate("2026-01-01").endDate("2026-01-31")))
                .hasSize(5);

        assertThat(gateway.calls().subList(before, gateway.calls().size()))
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.headers().get("x-trace")).containsExactly("42"));
    }

    @Test
    void asyncListHandlesEachItem() throws Exception {
        List<Object> handled = new ArrayList<>();

        assertThat(complaints().forEachAsync(handled::add).get(30, TimeUnit.SECONDS))
                .isEqualTo(5);
        assertThat(handled).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void invalidRequestIsRefusedWhenItIsBuilt() {
        assertThatThrownBy(() -> pay.v3().merchantService().complaintsV2().list(b -> b.limit(50)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("begin_date");
    }

    private io.github.wxpaycodegen.runtime.operation.Pages<?> complaints() {
        return pay.v3().merchantService().complaintsV2().list(b -> b.beginDate("2026-01-01")
                .endDate("2026-01-31"));
    }

    /** The queries of the latest requests to a path. */
    private List<Map<String, String>> queries(String path, int latest) {
        List<Map<String, String>> queries = gateway.calls().stream()
                .filter(call -> call.path().equals(path))
                .map(RecordedCall::queryFields)
                .toList();
        return queries.subList(queries.size() - latest, queries.size());
    }

    private List<URI> hosts() {
        return specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> operation.hosts().stream())
                .map(Host::url)
                .distinct()
                .map(URI::create)
                .toList();
    }
}
