package io.github.wxpaycodegen.generator.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.inventory.Evidence.Place;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The fields that responses repeat, according to the bundled specs. An error here rejects a good response. */
class BundledEchoesTest {
    /** By these merchants and WeChat Pay name orders, refunds, profit sharing, transfers and contracts. */
    private static final Set<String> NUMBERS = Set.of(
            "batch_id",
            "batch_no",
            "combine_out_trade_no",
            "contract_code",
            "contract_id",
            "detail_id",
            "detail_no",
            "mch_billno",
            "mix_trade_no",
            "out_batch_no",
            "out_bill_no",
            "out_card_no",
            "out_contract_code",
            "out_detail_no",
            "out_order_id",
            "out_order_no",
            "out_recharge_no",
            "out_refund_no",
            "out_request_no",
            "out_reservation_no",
            "out_return_no",
            "out_settle_batch_no",
            "out_subsidy_no",
            "out_subsidy_return_no",
            "out_trade_no",
            "partner_trade_no",
            "refund_id",
            "send_request_no",
            "transaction_id",
            "transfer_bill_no",
            "withdraw_id");

    /** An official source, or a client and the tables. */
    private static final int TWO_SOURCES = 3;

    private static Evidence evidence;
    private static List<Echo> echoes;

    /** A field that an operation repeats; {@code asked} and {@code returned} are its two declarations. */
    private record Echo(String message, Operation operation, Field asked, Field returned) {
        String name() {
            return asked.name();
        }

        @Override
        public String toString() {
            return message + " " + name();
        }
    }

    @BeforeAll
    static void read() throws IOException {
        Specs specs = Bundled.specs();
        evidence = Evidence.read(Path.of("src/test/resources/inventory"));
        echoes = new ArrayList<>();
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                String message = Declarations.name(endpoint, operation);
                operation
                        .effects()
                        .echoes()
                        .forEach(name -> echoes.add(new Echo(
                                message,
                                operation,
                                named(name, asked(operation)),
                                named(name, operation.response().shape().fields().stream()))));
            }
        }
    }

    private static Stream<Field> asked(Operation operation) {
        return Stream.of(
                        operation.request().path(),
                        operation.request().query(),
                        operation.request().shape().fields())
                .flatMap(List::stream);
    }

    private static Field named(String name, Stream<Field> fields) {
        return fields.filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void echoesContainOnlyObjectNumbers() {
        Set<String> names = new TreeSet<>();
        echoes.forEach(echo -> names.add(echo.name()));

        assertThat(names).isEqualTo(new TreeSet<>(NUMBERS));
        assertThat(echoes).allSatisfy(echo -> {
            assertThat(echo.asked().type()).isEqualTo(FieldType.Scalar.STRING);
            assertThat(echo.returned().type()).isEqualTo(FieldType.Scalar.STRING);
        });
    }

    /** What is only there beside it may be another thing's: the refund of an order repeats the number of the refund. */
    @Test
    void echoesIdentifyTheObjectOfTheCall() {
        assertThat(echoes).allSatisfy(echo -> {
            boolean alternative = echo.operation().effects().readOnly()
                    && echo.operation().request().shape().groups().stream()
                            .anyMatch(group -> group.names().contains(echo.name()));
            assertThat(echo.asked().required() || alternative).isTrue();
        });
    }

    @Test
    void sourcesConfirmEchoes() {
        assertThat(echoes).allSatisfy(echo -> assertThat(
                        Evidence.weight(evidence.claims(new Place(echo.message(), "response." + echo.name())).stream()
                                .filter(claim -> !claim.absent())
                                .flatMap(claim -> claim.sources().stream())
                                .toList()))
                .isGreaterThanOrEqualTo(TWO_SOURCES));
    }

    @Test
    void commonOperationsHaveEchoes() {
        Map<String, List<String>> core = Map.ofEntries(
                Map.entry("POST /v2/pay/micropay", List.of("out_trade_no")),
                Map.entry("POST /v2/pay/orderquery", List.of("transaction_id", "out_trade_no")),
                Map.entry("POST /v2/secapi/pay/refund", List.of("out_refund_no")),
                Map.entry("POST /v2/pay/refundquery", List.of("transaction_id", "out_trade_no")),
                Map.entry("POST /v2/mmpaymkttransfers/sendredpack", List.of("mch_billno")),
                Map.entry("POST /v3/pay/transactions/codepay", List.of("out_trade_no")),
                Map.entry("GET /v3/pay/transactions/id/{transaction_id}", List.of("transaction_id")),
                Map.entry("GET /v3/pay/transactions/out-trade-no/{out_trade_no}", List.of("out_trade_no")),
                Map.entry("GET /v3/pay/partner/transactions/out-trade-no/{out_trade_no}", List.of("out_trade_no")),
                Map.entry("POST /v3/refund/domestic/refunds", List.of("out_refund_no")),
                Map.entry("GET /v3/refund/domestic/refunds/{out_refund_no}", List.of("out_refund_no")),
                Map.entry("POST /v3/profitsharing/orders", List.of("out_order_no")),
                Map.entry("POST /v3/fund-app/mch-transfer/transfer-bills", List.of("out_bill_no")),
                Map.entry("POST /v3/transfer/batches", List.of("out_batch_no")),
                Map.entry("POST /v3/payscore/serviceorder", List.of("out_order_no")));

        core.forEach((message, names) -> assertThat(
                        echoes.stream().filter(echo -> echo.message().equals(message)))
                .extracting(Echo::name)
                .as(message)
                .isEqualTo(names));
    }
}
