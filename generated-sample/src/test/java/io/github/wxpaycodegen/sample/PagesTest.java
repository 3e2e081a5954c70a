package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.generator.model.Pages;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.util.ArrayList;
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

/** Lists of several pages over real connections: the simulator has five items in each, at most two on a page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class PagesTest {
    private static final String COMPLAINTS = "/v3/merchant-service/complaints-v2";

    private WholeClient client;
    private Simulator gateway;
    private WxPay pay;

    @BeforeAll
    void start() throws Exception {
        client = new WholeClient(config -> {});
        gateway = client.gateway();
        pay = client.pay();
    }

    @AfterAll
    void stop() {
        client.close();
    }

    @TestFactory
    Stream<DynamicTest> everyListHasEachItemOnce() {
        return client.operations()
                .filter(target -> target.operation().pages().isPresent())
                .map(target -> DynamicTest.dynamicTest(target.toString(), () -> list(target)));
    }

    private void list(WholeClient.Target target) throws Exception {
        Pages pages = target.operation().pages().orElseThrow();
        int before = gateway.calls().size();

        Iterable<?> items = (Iterable<?>) client.prepare(target, false).call("list");

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

        assertThat(complaints().forEachAsync(handled::add).get(5, TimeUnit.MINUTES))
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
}
