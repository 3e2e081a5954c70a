package io.github.wxpaycodegen.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.SpecText;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The fields of a write with which its query is called. */
class SettlementTest {
    @Test
    void queryGetsNumberOfItsPathFromTheRequest() {
        Settlement settlement = settlement("""
                uri: v3/orders
                post:
                  title: A
                  settledBy: v3/orders/{out_trade_no}
                  request:
                    out_trade_no: {type: string, required: true}
                """, """
                uri: v3/orders/{out_trade_no}
                get:
                  title: A
                  readOnly: true
                  path: {out_trade_no: {type: string}}
                """);

        assertThat(settlement.needs()).containsExactly(List.of("out_trade_no"));
        assertThat(settlement.isPossible()).isTrue();
    }

    @Test
    void ownNumberComesBeforeThatOfTheOrder() {
        Settlement settlement = settlement(
                write("echoes: [out_refund_no]", """
                    transaction_id: {type: string}
                    out_trade_no: {type: string}
                    out_refund_no: {type: string, required: true}
                """, "out_refund_no: {type: string}"),
                query("""
                    transaction_id: {type: string}
                    out_trade_no: {type: string}
                    out_refund_no: {type: string}
                    refund_id: {type: string}
                """, "atLeastOneOf: [[refund_id, transaction_id, out_trade_no, out_refund_no]]"));

        assertThat(settlement.needs()).containsExactly(List.of("out_refund_no", "transaction_id", "out_trade_no"));
    }

    @Test
    void alwaysPresentNumberIsRequired() {
        Settlement settlement = settlement(write("", """
                    own_no: {type: string, required: true}
                    openid: {type: string}
                    note: {type: string}
                """), query("""
                    own_no: {type: string}
                    openid: {type: string}
                    page: {type: string}
                """));

        assertThat(settlement.needs()).containsExactly(List.of("own_no"));
        assertThat(settlement.takes()).containsExactly("openid");
    }

    @Test
    void neitherConstantNorDefaultIsPassedOn() {
        Settlement settlement = settlement(write("", """
                    version: {const: "1.0", required: true}
                    sign_type: {enum: [HMAC-SHA256], default: HMAC-SHA256, required: true}
                """), query("""
                    version: {const: "2.0", required: true}
                    sign_type: {enum: [HMAC-SHA256], default: HMAC-SHA256, required: true}
                """));

        assertThat(settlement).isEqualTo(new Settlement(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void requiredFlagIsFalse() {
        Settlement settlement = settlement(write("", ""), query("details: {type: boolean, required: true}"));

        assertThat(settlement.declines()).containsExactly("details");
        assertThat(settlement.isPossible()).isTrue();
    }

    @Test
    void missingFieldIsReported() {
        Settlement settlement =
                settlement(write("", "kind: {type: integer, required: true}"), query("""
                    kind: {type: string, required: true}
                    a: {type: string}
                    b: {type: string}
                """, "exactlyOneOf: [[a, b]]"));

        assertThat(settlement.lacks()).containsExactly(List.of("kind"), List.of("a", "b"));
        assertThat(settlement.isPossible()).isFalse();
    }

    @Test
    void secretIsNotPassedOn() {
        Settlement settlement = settlement(
                write("", "card: {type: string, required: true, encrypted: rsa-pubkey}"),
                query("card: {type: string, required: true}"));

        assertThat(settlement.lacks()).containsExactly(List.of("card"));
    }

    @Test
    void queryNamesTheMerchantThatTheRequestNames() {
        String query = query("sub_mch_id: {type: string, required: true, fill: sub_mchid}");

        assertThat(settlement(write("", "sub_mch_id: {type: string, fill: sub_mchid}"), query)
                        .takes())
                .containsExactly("sub_mch_id");
        // A request without it was sent without it, whatever is configured.
        assertThat(settlement(write("", "sub_mch_id: {type: string}"), query).needs())
                .containsExactly(List.of("sub_mch_id"));
        // Nobody knows for which merchant it was sent.
        assertThat(settlement(write("", "other: {type: string}"), query).lacks())
                .containsExactly(List.of("sub_mch_id"));
    }

    @Test
    void callerIsTheConfiguredAccount() {
        assertThat(settlement(write("", ""), query("mch_id: {type: string, required: true, fill: mchid}")))
                .isEqualTo(new Settlement(List.of(), List.of(), List.of(), List.of()));
    }

    private static String write(String key, String fields) {
        return write(key, fields, "");
    }

    private static String write(String key, String fields, String response) {
        return "uri: v2/pay\npost:\n  title: A\n  settledBy: v2/find\n  " + key + "\n  request:\n" + indented(fields)
                + "  response:\n" + indented(response);
    }

    private static String query(String fields, String... keys) {
        return "uri: v2/find\npost:\n  title: A\n  readOnly: true\n  " + String.join("\n  ", keys) + "\n  request:\n"
                + indented(fields) + "  response: {}\n";
    }

    /** The fields four columns in; none is an empty object. */
    private static String indented(String fields) {
        return fields.isBlank()
                ? "    {}\n"
                : fields.lines().map(line -> "    " + line.strip() + "\n").collect(Collectors.joining());
    }

    private static Settlement settlement(String write, String query) {
        Specs specs = SpecReader.read(List.of(SpecText.file(path(write), write), SpecText.file(path(query), query)))
                .specs()
                .orElseThrow();
        Map<String, Operation> operations = specs.endpoints().stream()
                .collect(Collectors.toMap(
                        Endpoint::uri, endpoint -> endpoint.operations().get(0)));
        Map<String, SharedType> types =
                specs.types().stream().collect(Collectors.toMap(SharedType::id, Function.identity()));
        Operation written = operations.values().stream()
                .filter(operation -> operation.effects().settledBy().isPresent())
                .findFirst()
                .orElseThrow();
        return Settlement.of(
                written, operations.get(written.effects().settledBy().get()), types::get);
    }

    private static String path(String spec) {
        return spec.lines().findFirst().orElseThrow().substring("uri: ".length()) + ".yaml";
    }
}
