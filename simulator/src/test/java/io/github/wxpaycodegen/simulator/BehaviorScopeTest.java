package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths and arguments that behaviors accept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehaviorScopeTest {
    private static final String V2 = "/wxv/cancelbill";
    private static final String V3 = "/v3/pay/transactions/native";
    private static final String QUERY = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    private static final Duration MAX = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final Set<String> V2_ONLY = Set.of("businessError", "otherAlgorithm");

    private final Simulator simulator = Simulators.bundled();

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void rejectsEveryV3BehaviorForV2Path() throws Exception {
        for (Method factory : factories(V3Behavior.class).toList()) {
            Behavior behavior = (Behavior) factory.invoke(null, arguments(factory));

            if (!factory.getName().equals("with")) {
                simulator.next(V3, behavior);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.next(V2, behavior))
                    .withMessageStartingWith("V3Behavior." + factory.getName()
                            + " is for v3, but /wxv/cancelbill is a path of v2: use Behavior.");
        }
        assertThat(simulator.pendingBehaviors()).doesNotContainKey(V2);
    }

    @Test
    void acceptsEveryOtherBehaviorForV3PathUnlessOfV2() throws Exception {
        // The fields of these depend on the path.
        for (Method factory : factories(Behavior.class)
                .filter(each -> !Set.of("with", "unknownEnumValue").contains(each.getName()))
                .toList()) {
            Behavior behavior = (Behavior) factory.invoke(null, arguments(factory));

            simulator.next(V2, behavior);
            if (V2_ONLY.contains(factory.getName())) {
                assertThatIllegalArgumentException().isThrownBy(() -> simulator.next(V3, behavior));
            } else {
                simulator.next(V3, behavior);
            }
        }
        simulator.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {V3, "/v3/pay/transactions/out-trade-no/A1", "/brand/card-member/cards"})
    void namesPathAndSubstitute(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(path, Behavior.businessError("NOTENOUGH", "余额不足")))
                .withMessage(
                        "Behavior.businessError is for v2, but " + path + " is a path of v3: use V3Behavior.error");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(path, Behavior.otherAlgorithm()))
                .withMessage("Behavior.otherAlgorithm is for v2, but " + path
                        + " is a path of v3: use Behavior.badSignature");
    }

    /** A file, a response without a body, and an address that is not called. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pay/downloadbill",
                "/v3/pay/transactions/out-trade-no/A1/close",
                "/papay/entrustweb",
            })
    void rejectsChangeOfFieldThatNoResponseHas(String path) {
        Map<String, Behavior> edits = Map.of(
                "with", Behavior.with("a", "1"),
                "unknownField", Behavior.unknownField("a", "1"),
                "unknownEnumValue", Behavior.unknownEnumValue("a", "1"),
                "oversized", Behavior.oversized(1),
                "tampered", Behavior.tampered("a", "1"));
        edits.forEach((name, edit) -> assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(path, edit))
                .withMessage("Behavior." + name + " changes a field, but the response of " + path
                        + " has no fields: use Behavior.respond"));
        assertThat(simulator.pendingBehaviors()).doesNotContainKey(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v3/pay",
                "wxv/cancelbill",
                "xwxv/cancelbill",
                "POST /wxv/cancelbill",
                "/a b",
                "/a?b=c",
                "https://x/a"
            })
    void rejectsTextThatIsNoPath(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(path, Behavior.badGateway()))
                .withMessage("path must begin with a slash, without method, host and query, such as"
                        + " /v3/pay/transactions/native (was '" + path + "')");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.awaitCall(path, Duration.ZERO))
                .withMessageStartingWith("path must begin with a slash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a.",
                ".a",
                "a..b",
                "a[",
                "a[x].b",
                "a[-1].b",
                "a[0]",
                "[0].a",
                "a[0]b",
                "a[9999999999].b"
            })
    void rejectsMalformedPathOfField(String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Behavior.with(field, "1"))
                .withMessageStartingWith("'" + field + "' is not the path of a field");
        assertThatIllegalArgumentException().isThrownBy(() -> Behavior.unknownField(field, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Behavior.unknownEnumValue(field, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Behavior.tampered(field, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> V3Behavior.with(field, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount.total", "goods[0].price", "two words", "<a>", "1a"})
    void rejectsFieldThatIsNoElementOfV2(String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(V2, Behavior.with(field, "1")))
                .withMessage("Behavior.with sets " + field + ", but a response of " + V2
                        + " has only elements with a plain name: use one, or Behavior.respond");
    }

    @Test
    void rejectsFieldThatResponseDoesNotDeclare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next("/v3/pay/transactions/native", Behavior.with("code_ulr", "x")))
                .withMessage("Behavior.with sets code_ulr, but the response of /v3/pay/transactions/native declares no"
                        + " such field: did you mean code_url? Behavior.unknownField adds one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next("/pay/orderquery", Behavior.with("trade_stat", "x")))
                .withMessageContaining("did you mean trade_state?");
        simulator.next("/v3/pay/transactions/native", Behavior.with("code_url", "x"));
        simulator.next("/v3/pay/transactions/native", Behavior.unknownField("code_ulr", "x"));
        simulator.next("/pay/orderquery", Behavior.with("coupon_fee_0", "1"));
        simulator.next("/pay/orderquery", Behavior.with("err_code", "ORDERNOTEXIST"));
    }

    @Test
    void rejectsUnknownFieldAndValueThatResponseDeclares() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(V3, Behavior.unknownField("code_url", "x")))
                .withMessage("Behavior.unknownField adds code_url, but the response of " + V3
                        + " has this field: use Behavior.with");
        for (String known : List.of("trade_state", "coupon_fee_0", "err_code")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.next("/pay/orderquery", Behavior.unknownField(known, "x")))
                    .withMessageEndingWith("has this field: use Behavior.with");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(QUERY, Behavior.unknownEnumValue("trade_state", "SUCCESS")))
                .withMessage(
                        "Behavior.unknownEnumValue sets trade_state, but the enum of the field has the value SUCCESS:"
                                + " use Behavior.with");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(QUERY, Behavior.unknownEnumValue("attach", "SUCCESS")))
                .withMessage("Behavior.unknownEnumValue sets attach, but this field of the response of " + QUERY
                        + " is not an enum: use Behavior.with");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(QUERY, Behavior.unknownEnumValue("trade_stat", "SUCCESS")))
                .withMessageContaining("did you mean trade_state?");
        simulator.next(QUERY, Behavior.unknownEnumValue("trade_state", "PAID"));
        simulator.next(QUERY, Behavior.unknownField("amount.unheard_of", "1"));
        simulator.reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount.total | \"1\" | an integer",
                "amount.total | 1.5 | an integer",
                "amount.total | {} | an integer",
                "success_time | \"2026-01-31\" | a time such as 2026-01-31T12:30:00+08:00",
                "attach | 1 | a text",
                "attach | [] | a text",
                "payer | \"o\" | an object",
                "amount | {\"total\":\"1\"} | an object whose total is an integer",
                "promotion_detail | {} | a list",
                "promotion_detail | [1] | a list, each element an object",
                "promotion_detail | [{\"amount\":true}] | a list, each element an object whose amount is an integer"
            })
    void rejectsValueOfOtherType(String field, String json, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(QUERY, V3Behavior.with(field, json)))
                .withMessage("V3Behavior.with sets " + field + " to " + json + ", but in the response of " + QUERY
                        + " it must be " + expected);
    }

    @Test
    void rejectsTextThatIsNotOfTypeOrEnum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(QUERY, Behavior.with("amount.total", "1")))
                .withMessage("Behavior.with sets amount.total to \"1\", but in the response of " + QUERY
                        + " it must be an integer, not a text: use V3Behavior.with instead");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next("/pay/orderquery", Behavior.with("total_fee", "one")))
                .withMessage(
                        "Behavior.with sets total_fee to \"one\", but in the response of /pay/orderquery it must be an"
                                + " integer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(QUERY, Behavior.with("trade_state", "SUCESS")))
                .withMessageContainingAll("it must be one of SUCCESS, ", "; Behavior.unknownEnumValue sets others");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(QUERY, V3Behavior.with("trade_stat", "\"SUCCESS\"")))
                .withMessageContaining("did you mean trade_state?");
        simulator.next(QUERY, Behavior.with("trade_state", "SUCCESS"));
        simulator.next(QUERY, V3Behavior.with("trade_state", "null"));
        simulator.next(QUERY, V3Behavior.with("amount", "{\"total\":1,\"unheard_of\":true}"));
        simulator.next(QUERY, V3Behavior.with("promotion_detail", "[{\"amount\":1}]"));
        simulator.next("/pay/orderquery", Behavior.with("total_fee", "1"));
        simulator.next("/pay/orderquery", Behavior.with("total_fee", ""));
        simulator.reset();
    }

    @Test
    void rejectsDurationsThatNoResponseHas() {
        for (Duration time : List.of(Duration.ofNanos(-1), Duration.ofDays(365).plusNanos(1), MAX)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Behavior.delay(time))
                    .withMessage("delay must be from 0 to 365 days (was " + time + ")");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Behavior.drip(time))
                    .withMessage("pause must be from 0 to 365 days (was " + time + ")");
        }
        for (Duration skew : List.of(MAX, MAX.negated())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> V3Behavior.clockSkew(skew))
                    .withMessageStartingWith("skew must be at most 365000 days in either direction (was ");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.awaitCall(V2, Duration.ofMillis(-1)))
                .withMessage("timeout must be from 0 to 365 days (was PT-0.001S)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.notifications().await(attempt -> true, MAX))
                .withMessageStartingWith("timeout must be from 0 to 365 days (was ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r\nb", "名"})
    void rejectsNameThatNoHeaderHas(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> V3Behavior.header(name, "1"))
                .withMessageStartingWith(
                        "name must be that of a header: letters, digits and hyphens, such as Request-ID");
        assertThatIllegalArgumentException().isThrownBy(() -> V3Behavior.missingHeader(name));
    }

    @Test
    void rejectsValueThatNoHeaderHas() {
        byte[] body = {};
        for (String value : List.of("a\r\nSet-Cookie: b", "a\n", "\0", "\u007f")) {
            assertThatIllegalArgumentException().isThrownBy(() -> V3Behavior.header("A", value));
            assertThatIllegalArgumentException().isThrownBy(() -> V3Behavior.serial(value));
            assertThatIllegalArgumentException().isThrownBy(() -> Behavior.respond(200, value, body));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> V3Behavior.header("A", "a\r\nb"))
                .withMessage(
                        "value must be the value of a header, without line breaks and other control characters (was"
                                + " 'a\\u000d\\u000ab')");
        simulator.next(V3, V3Behavior.header("A", "tab\tand 值"));
        simulator.reset();
    }

    @Test
    void rejectsNumbersThatNoResponseHas() {
        for (int status : new int[] {-1, 99, 100, 199, 600}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Behavior.respond(status, "text/plain", new byte[0]))
                    .withMessage("the status must be from 200 to 599 (was " + status + ")");
            assertThatIllegalArgumentException().isThrownBy(() -> V3Behavior.plainError(status, "a"));
        }
        for (int status : new int[] {-1, 200, 399, 600}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> V3Behavior.error(status, "A", "b"))
                    .withMessage("the status of an error must be from 400 to 599 (was " + status + ")");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Behavior.oversized(-1))
                .withMessage("bytes must not be negative (was -1)");
    }

    @Test
    void rejectsChangeOfFieldOfV3ThatNoResponseHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> simulator.next("/v3/pay/transactions/out-trade-no/A1/close", V3Behavior.with("a", "1")))
                .withMessageStartingWith("V3Behavior.with changes a field, but");
    }

    @Test
    void rejectsChangeOfSignatureThatNoResponseHas() {
        for (String path : List.of("/pay/downloadbill", "/appauth/getaccesstoken", "/v3/billdownload/file")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.next(path, Behavior.badSignature()))
                    .withMessage("Behavior.badSignature changes the signature, but the response of " + path
                            + " has no signature: use Behavior.respond");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.next(path, Behavior.missingSignature()))
                    .withMessageStartingWith("Behavior.missingSignature changes the signature, but");
        }
        simulator.next("/v3/pay/transactions/out-trade-no/A1/close", Behavior.missingSignature());
        simulator.reset();
    }

    @Test
    void everyFactoryNamesParameterThatIsNull() {
        Stream.of(Behavior.class, V3Behavior.class)
                .flatMap(BehaviorScopeTest::factories)
                .forEach(factory -> IntStream.range(0, factory.getParameterCount())
                        .filter(index -> !factory.getParameterTypes()[index].isPrimitive())
                        .forEach(index -> assertThatNullPointerException()
                                .as("%s, parameter %d", factory, index)
                                .isThrownBy(() -> invoke(factory, index))
                                .withMessageMatching("[a-zA-Z]+ must not be null")));
    }

    @Test
    @SuppressWarnings("NullAway") // as a caller without a null checker
    void namesNullParameters() {
        assertThatNullPointerException()
                .isThrownBy(() -> Behavior.businessError(null, "余额不足"))
                .withMessage("code must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Behavior.businessError("NOTENOUGH", null))
                .withMessage("description must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> V3Behavior.error(403, "NOT_ENOUGH", null))
                .withMessage("message must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> simulator.next(V2, null))
                .withMessage("behavior must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> simulator.next(null, Behavior.badGateway()))
                .withMessage("path must not be null");
    }

    private static Stream<Method> factories(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()));
    }

    private static void invoke(Method factory, int indexOfNull) throws Throwable {
        @Nullable Object[] arguments = arguments(factory);
        arguments[indexOfNull] = null;
        try {
            factory.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object[] arguments(Method factory) {
        return Arrays.stream(factory.getParameterTypes())
                .map(BehaviorScopeTest::argument)
                .toArray();
    }

    private static Object argument(Class<?> type) {
        if (type == int.class) {
            return 500;
        }
        if (type == Duration.class) {
            return Duration.ofMillis(1);
        }
        return type == byte[].class ? "1".getBytes(StandardCharsets.UTF_8) : "true";
    }
}
