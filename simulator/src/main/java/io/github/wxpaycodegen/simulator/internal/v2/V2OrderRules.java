package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.PaidAmounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules between fields of v2 orders. The gateway checks them before other fields and rejects violations with {@code
 * return_code} FAIL.
 */
final class V2OrderRules {
    private static final String TRADE_TYPE = "trade_type";
    private static final List<String> PAYERS = List.of("openid", "sub_openid");
    private static final Set<String> TRADE_TYPES = Set.of("JSAPI", "NATIVE", "APP", "MWEB");

    private final Types types;

    V2OrderRules(Types types) {
        this.types = types;
    }

    /**
     * Returns why the gateway rejects an order; empty if it accepts the order.
     *
     * @param uri the URI of the operation, without a leading slash
     * @param declared the fields of the operation
     * @param given the texts by name
     */
    Optional<V2Refusal> check(String uri, List<Field> declared, Map<String, String> given) {
        if (PaidAmounts.isV2Order(uri) && given.containsKey("total_fee") && !isPayable(given.get("total_fee"))) {
            return Optional.of(new V2Refusal.Protocol("invalid total_fee"));
        }
        if (PaidAmounts.isV2Order(uri) && !isReachable(given.getOrDefault("notify_url", ""))) {
            return Optional.of(new V2Refusal.Protocol("invalid notify_url"));
        }
        Optional<Field> tradeType = declared.stream()
                .filter(field -> field.name().equals(TRADE_TYPE))
                .findFirst();
        boolean choosesPayer = declared.stream().anyMatch(field -> PAYERS.contains(field.name()));
        String type = given.getOrDefault(TRADE_TYPE, "");
        // Without a field for the payer's id, the payer is identified by a contract, whatever the trade type.
        if (tradeType.isEmpty() || !choosesPayer || type.isEmpty()) {
            return Optional.empty();
        }
        if (!tradeTypes(tradeType.get()).contains(type)) {
            return Optional.of(new V2Refusal.Protocol("trade_type参数格式错误"));
        }
        boolean namesPayer =
                PAYERS.stream().anyMatch(name -> !given.getOrDefault(name, "").isEmpty());
        return type.equals("JSAPI") && !namesPayer
                ? Optional.of(new V2Refusal.Protocol("JSAPI支付必须传openid"))
                : Optional.empty();
    }

    /** The official page of 回调通知注意事项, 2021-03-09: a URL of http or https without parameters. */
    private static boolean isReachable(String url) {
        return url.isEmpty()
                || Format.NOTIFY_URL
                        .pattern()
                        .filter(pattern -> pattern.matcher(url).matches())
                        .isPresent();
    }

    private static boolean isPayable(String amount) {
        return amount.matches("[1-9][0-9]{0,17}");
    }

    private Set<String> tradeTypes(Field field) {
        if (field.source().constant().orElse(null) instanceof ConstantValue.Text only) {
            return Set.of(only.value());
        }
        return types.enumOf(field)
                .map(EnumShape::values)
                .map(values -> values.stream().map(EnumValue::value).collect(Collectors.toUnmodifiableSet()))
                .orElse(TRADE_TYPES);
    }
}
