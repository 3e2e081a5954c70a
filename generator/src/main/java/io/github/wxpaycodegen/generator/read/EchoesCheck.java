package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Checks the fields that a response repeats from its request: {@code echoes: [out_trade_no]}. */
final class EchoesCheck {
    /**
     * Fields with account ids: the gateway may return another id of the same merchant, app or user than the one that
     * was sent.
     */
    private static final Pattern ACCOUNT = Pattern.compile("(.*_)?(mchid|mch_id|appid|app_id|openid|brand_id|user_id)");

    private final NodeReader reader;

    EchoesCheck(NodeReader reader) {
        this.reader = reader;
    }

    void check(Operation operation, Mapping mapping) {
        if (operation.effects().echoes().isEmpty()) {
            return;
        }
        if (operation.response().kind() != ResponseKind.JSON
                && operation.response().kind() != ResponseKind.XML) {
            report(
                    Code.NOT_APPLICABLE,
                    mapping.spanOf("echoes"),
                    "`echoes` applies to a response with fields only",
                    "remove it");
            return;
        }
        Map<String, Field> sent = new LinkedHashMap<>();
        operation.request().shape().fields().forEach(field -> sent.put(field.name(), field));
        operation.request().query().forEach(field -> sent.put(field.name(), field));
        operation.request().path().forEach(field -> sent.put(field.name(), field));
        Map<String, Field> received = new LinkedHashMap<>();
        operation.response().shape().fields().forEach(field -> received.put(field.name(), field));
        List<Node> nodes =
                mapping.get("echoes").map(node -> reader.list(node, "`echoes`")).orElse(List.of());
        for (Node node : nodes) {
            reader.text(node, "`echoes`").ifPresent(name -> check(name, reader.span(node), sent, received));
        }
    }

    private void check(String name, SourceSpan span, Map<String, Field> sent, Map<String, Field> received) {
        Optional<Field> request = find(name, span, sent, "the path, the query or the body");
        Optional<Field> response = find(name, span, received, "the response");
        if (request.isEmpty() || response.isEmpty()) {
            return;
        }
        if (ACCOUNT.matcher(name).matches() || request.get().source().fill().isPresent()) {
            report(
                    Code.NOT_APPLICABLE,
                    span,
                    "`echoes` names `" + name
                            + "`, the id of an account, for which the response may contain another id",
                    "name numbers of orders and similar objects, such as out_trade_no");
        } else if (!isPlain(request.get()) || !isPlain(response.get())) {
            report(
                    Code.NOT_APPLICABLE,
                    span,
                    "`echoes` names `" + name + "`, which is not a plain string or integer on both sides",
                    "remove it");
        }
    }

    private Optional<Field> find(String name, SourceSpan span, Map<String, Field> fields, String where) {
        if (!fields.containsKey(name)) {
            report(
                    Code.GROUP_MEMBER,
                    span,
                    "`echoes` names `" + name + "`, which is not a field of " + where,
                    Suggestion.among(name, fields.keySet()));
        }
        return Optional.ofNullable(fields.get(name));
    }

    private static boolean isPlain(Field field) {
        boolean scalar = field.type() == FieldType.Scalar.STRING || field.type() == FieldType.Scalar.INTEGER;
        return scalar
                && !field.list()
                && !field.indexed()
                && field.source().constant().isEmpty()
                && field.wire().encoded().isEmpty()
                && field.wire().encrypted().isEmpty()
                && field.wire().signed().isEmpty();
    }

    private void report(Code code, SourceSpan span, String message, String help) {
        reader.problems().add(code, span, message, help);
    }
}
