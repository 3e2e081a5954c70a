package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.TypedOperation;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An exception whose outcome is unknown runs the query that tells, with the numbers of its own request. */
class SettleTest {
    private static final Operation<Sent, Message> QUERY = Operation.<Sent, Message>v3(
                    HttpMethod.GET, "/v3/pay/{out_trade_no}", in -> message(Read.readFrom(in)))
            .title("Query")
            .traits(Trait.READ_ONLY)
            .build();

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void queriesWithTheValuesThatWereSent() {
        WxPayException lost = lose(pay().build(), order(out -> {
            out.string("out_trade_no", "A/1");
            out.filled(Fill.SUB_MCHID, false).string("sub_mchid", null);
            out.integer("plan_id", 12L);
            out.string("note", "not for the query");
        }));
        gateway.answer(200, "{\"trade_state\":\"SUCCESS\"}");

        assertThat(lost.canSettle()).isTrue();
        assertThat(lost.settle()).hasToString("Sent{trade_state=SUCCESS}");

        TransportRequest query = gateway.sent().get(1);
        assertThat(query.method()).isEqualTo("GET");
        assertThat(query.uri())
                .hasToString("https://api.mch.weixin.qq.com/v3/pay/A%2F1?sub_mchid=1900000109&plan_id=12");
    }

    @Test
    void ownValueComesBeforeTheConfiguredOne() {
        WxPayException lost = lose(pay().build(), order(out -> {
            out.string("out_trade_no", "A1");
            out.filled(Fill.SUB_MCHID, false).string("sub_mchid", "1900000777");
        }));

        assertThat(query(lost)).hasQuery("sub_mchid=1900000777");
    }

    @Test
    void putFieldCountsAsTheFieldOfItsName() {
        WxPayException lost = lose(
                pay().build(),
                Sent.with(out -> {
                            out.string("out_trade_no", null);
                            out.filled(Fill.SUB_MCHID, false).string("sub_mchid", null);
                        })
                        .putField("out_trade_no", "a number that is too long for its spec")
                        .putField("sub_mchid", "1900000888")
                        .build());

        URI query = query(lost);
        assertThat(query).hasQuery("sub_mchid=1900000888");
        assertThat(query.getPath()).isEqualTo("/v3/pay/a number that is too long for its spec");
    }

    @Test
    void queryContainsNoSecret() {
        Operation<Sent, Map<String, String>> pay = pay().settlingNeeds("secret").build();
        WxPayException lost = lose(
                pay,
                Sent.with(out -> out.string("out_trade_no", "A1"))
                        .putEncryptedField("secret", "6222020000000000")
                        .build());

        assertThat(lost.canSettle()).isFalse();
        assertThatThrownBy(lost::settle).hasMessageContaining("needs secret, which the request does not have");
    }

    /** The configured merchant must not take the place of what was sent. */
    @Test
    void valueThatCannotBePassedOnIsNotReplaced() {
        WxPayException lost = lose(
                pay().build(),
                Sent.with(out -> {
                            out.string("out_trade_no", "A1");
                            out.filled(Fill.SUB_MCHID, false).string("sub_mchid", null);
                        })
                        .putJsonField("sub_mchid", "null")
                        .build());

        assertThatThrownBy(lost::settle)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("takes sub_mchid, which was put on the request");
    }

    /** The query of an operation whose spec has no such field does not pass it on. */
    @Test
    void merchantThatNoSpecDeclaresIsNotLost() {
        WxPayException lost = lose(
                pay().settlingTakes().build(),
                Sent.with(out -> out.string("out_trade_no", "A1"))
                        .putField("sub_mchid", "1900000888")
                        .build());

        assertThatThrownBy(lost::settle)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would not name the merchant that was put as sub_mchid");
    }

    @Test
    void emptyValueIsPassedOnButIdentifiesNothing() {
        WxPayException lost = lose(pay().build(), order(out -> {
            out.string("out_trade_no", "A1");
            out.filled(Fill.SUB_MCHID, false).string("sub_mchid", "");
        }));
        WxPayException without = lose(pay().build(), order(out -> out.string("out_trade_no", "")));

        assertThat(query(lost)).hasQuery("sub_mchid=");
        assertThat(without.canSettle()).isFalse();
    }

    @Test
    void usesTheFirstNumberOfTheRequest() {
        Operation<Sent, Map<String, String>> pay =
                pay().settlingNeeds("refund_no", "transaction_id", "other_no").build();

        WxPayException lost = lose(pay, order(out -> {
            out.string("out_trade_no", "A1");
            out.string("transaction_id", "42");
            out.string("other_no", "43");
        }));

        assertThat(query(lost)).hasQuery("transaction_id=42");
    }

    @Test
    void numberOfThePathIsPassedOn() {
        Operation<Sent, Map<String, String>> close = settled(Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/pay/{out_trade_no}/close", Read::readFrom))
                .build();
        ApiContext context = gateway.client().context().at("out_trade_no", "路/1");
        gateway.breakOff();

        WxPayException lost = catchThrowableOfType(WxPayException.class, () -> context.call(close, order(out -> {})));

        assertThat(query(lost).getPath()).isEqualTo("/v3/pay/路/1");
    }

    @Test
    void requiredFlagIsFalse() {
        WxPayException lost = lose(
                pay().settlingDeclines("need_query_detail").build(), order(out -> out.string("out_trade_no", "A1")));

        assertThat(query(lost)).hasQuery("need_query_detail=false");
    }

    @Test
    void queryUsesTheOptionsOfTheCall() {
        settleLate(Duration.ofMillis(300));
    }

    /** Gives the calls more time until both requests leave, however busy the machine is. */
    private static void settleLate(Duration timeout) {
        V3Gateway slow = new V3Gateway();
        ApiContext context = slow.client()
                .context()
                .with(o -> o.timeout(timeout).header("X-Trace", "t1").maxAttempts(1));
        slow.breakOff();
        WxPayException lost = catchThrowableOfType(
                WxPayException.class,
                () -> context.call(pay().build(), order(out -> out.string("out_trade_no", "A1"))));
        slow.answerLater();
        Throwable late = catchThrowable(lost::settle);
        if (slow.sent().size() < 2) {
            settleLate(timeout.multipliedBy(2));
            return;
        }

        assertThat(late)
                .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.operation())
                        .hasToString("GET /v3/pay/{out_trade_no}"))
                .hasMessageContaining("within " + timeout.toMillis() + " ms");
        assertThat(slow.sent().get(1).headers()).containsEntry("X-Trace", "t1");
        assertThat(slow.sent()).hasSize(2);
    }

    @Test
    void queryUsesHostThatServesIt() {
        Operation<Sent, Map<String, String>> elsewhere =
                pay().alternativeHost("https://fraud.mch.weixin.qq.com").build();
        ApiContext context =
                gateway.client().context().with(o -> o.host(URI.create("https://fraud.mch.weixin.qq.com")));
        gateway.breakOff();
        WxPayException lost = catchThrowableOfType(
                WxPayException.class, () -> context.call(elsewhere, order(out -> out.string("out_trade_no", "A1"))));

        assertThat(gateway.only().uri()).hasHost("fraud.mch.weixin.qq.com");
        assertThat(query(lost)).hasHost("api.mch.weixin.qq.com");
    }

    @Test
    void settlesWithoutWaiting() {
        ApiContext context = gateway.client().context();
        gateway.breakOff();
        Throwable failure = catchThrowableOfType(CompletionException.class, () -> context.callAsync(
                                pay().build(), order(out -> out.string("out_trade_no", "A1")))
                        .join())
                .getCause();
        gateway.answer(200, "{\"trade_state\":\"NOTPAY\"}");

        assertThat(failure).isInstanceOfSatisfying(WxPayException.class, lost -> assertThat(
                        lost.settleAsync().join())
                .hasToString("Sent{trade_state=NOTPAY}"));
    }

    @Test
    void requestThatCannotBeMadeFailsTheFuture() {
        WxPayException lost = lose(pay().build(), order(out -> out.string("out_trade_no", "..")));

        assertThatThrownBy(() -> lost.settleAsync().join()).hasCauseInstanceOf(InvalidRequestException.class);
    }

    @Test
    void queryThatFindsNothingFails() {
        WxPayException lost = lose(pay().build(), order(out -> out.string("out_trade_no", "A1")));
        gateway.answer(404, "{\"code\":\"ORDER_NOT_EXIST\"}");

        assertThatThrownBy(lost::settle).isInstanceOfSatisfying(GatewayException.class, none -> {
            assertThat(none.errorCode()).isEqualTo("ORDER_NOT_EXIST");
            assertThat(none.operation()).hasToString("GET /v3/pay/{out_trade_no}");
            assertThat(none.canSettle()).isFalse();
        });
    }

    @Test
    void queryThatFindsNothingDecidesNothing() {
        WxPayException lost = lose(pay().build(), order(out -> out.string("out_trade_no", "A1")));
        gateway.answer(404, "{\"code\":\"ORDER_NOT_EXIST\"}");

        GatewayException none = catchThrowableOfType(GatewayException.class, lost::settle);

        assertThat(none.advice())
                .isEqualTo(
                        "This proves nothing about a request that is still in progress: query again later, or send that"
                                + " request again with the same number. Nothing is decided about /v3/pay (out_trade_no A1) yet:"
                                + " call settle() again later, and repeat the request only with the same number.");
        assertThat(none).hasMessageEndingWith("The gateway rejected the query. " + none.advice());
    }

    /** Neither what is safe after the query, nor its outcome, is to be taken for that of the payment. */
    @Test
    void queryThatCannotBeMadeDecidesNothing() throws Exception {
        String undecided =
                " Nothing is decided about /v3/pay (out_trade_no A1) yet: call settle() again later, and repeat"
                        + " the request only with the same number.";
        WxPayException lost = lose(pay().build(), order(out -> out.string("out_trade_no", "A1")));
        gateway.refuseConnection();
        gateway.refuseConnection();
        gateway.refuseConnection();

        WxPayException notSent = catchThrowableOfType(WxPayException.class, lost::settle);

        assertThat(notSent.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(notSent.advice()).endsWith("it is safe to call again." + undecided);
        assertThat(notSent).hasMessageEndingWith(notSent.advice());
        assertThat(copy(notSent)).hasMessage(notSent.getMessage());
    }

    @Test
    void exceptionOfQueryThatWasNotMadeSaysWhatIsUndecided() {
        WxPayException lost = lose(pay().build(), order(out -> out.string("out_trade_no", "..")));

        assertThatThrownBy(lost::settle)
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.advice())
                        .startsWith("Nothing is decided about /v3/pay (out_trade_no ..) yet"))
                .hasMessageContaining(". Nothing is decided about /v3/pay (out_trade_no ..) yet");
    }

    @Test
    void interruptedCallCanBeSettled() {
        gateway.answerLater();
        ApiContext context = gateway.client().context();
        Thread.currentThread().interrupt();
        WxPayException lost = catchThrowableOfType(
                WxPayException.class,
                () -> context.call(pay().build(), order(out -> out.string("out_trade_no", "A1"))));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lost.advice())
                .startsWith("It may have taken effect: call settle(), which calls /v3/pay/{out_trade_no}, to");
        assertThat(lost).hasMessageEndingWith(lost.advice());
        assertThat(lost.operation()).hasToString("POST /v3/pay");
        assertThat(query(lost).getPath()).isEqualTo("/v3/pay/A1");
    }

    @Test
    void adviceNamesTheNumberOfTheRequest() {
        gateway.breakOff();

        WxPayException lost = fail(pay().build(), "A1\nforged", 1);

        assertThat(lost)
                .hasMessageEndingWith(
                        "to find out before calling again, and then with the same number (out_trade_no A1\\u000aforged).");
        assertThat(lost.advice()).endsWith("(out_trade_no A1\\u000aforged).");
    }

    @Test
    void adviceNamesTheNumberAlsoWithoutQuery() {
        WxPayException lost = lose(post().build(), order(out -> out.string("out_trade_no", "A1")));

        assertThat(lost.advice())
                .startsWith("It may have taken effect, and settle() cannot find out: no query of its result is known.")
                .endsWith("before calling again, and then with the same number (out_trade_no A1).");
        assertThat(lost).hasMessageEndingWith(lost.advice());
    }

    @Test
    void adviceForRequestWithoutNumberNamesNone() {
        WxPayException lost = lose(post().build(), order(out -> out.string("name", "A1")));

        assertThat(lost.advice()).endsWith("on the merchant platform before calling again.");
    }

    @Test
    void adviceDoesNotQuoteSensitiveNumbers() {
        gateway.breakOff();
        ApiContext context = gateway.client().context();

        WxPayException lost = catchThrowableOfType(
                WxPayException.class,
                () -> context.call(pay().build(), order(out -> out.sensitive().string("out_trade_no", "6217"))));

        assertThat(lost).hasMessageEndingWith("with the same number.");
        assertThat(query(lost).getPath()).isEqualTo("/v3/pay/6217");
    }

    @Test
    void knownOutcomeNeedsNoQuery() {
        gateway.refuseConnection();
        WxPayException notSent = fail(pay().build(), "A1", 1);
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\"}");
        WxPayException rejected = fail(pay().build(), "A1", 1);

        assertThat(notSent.canSettle()).isFalse();
        assertThat(rejected.canSettle()).isFalse();
        assertThatThrownBy(notSent::settle)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing was sent");
        assertThatThrownBy(rejected::settle)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the gateway reported that the operation had no effect");
        assertThat(rejected.settleAsync())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(IllegalStateException.class)
                .withMessageContaining("the gateway reported that the operation had no effect");
    }

    @Test
    void adviceNamesTheQueryIfSettleCannotRunIt() {
        WxPayException lost =
                lose(pay().settlingNeeds("x", "y").build(), order(out -> out.string("out_trade_no", "A1")));

        assertThat(lost.canSettle()).isFalse();
        assertThat(lost.advice())
                .contains("call /v3/pay/{out_trade_no} to find out")
                .contains("settle() cannot: /v3/pay/{out_trade_no} needs x or y, which the request does not have.");
        assertThat(lost).hasMessageContaining(lost.advice());
    }

    @Test
    void gatewayErrorOfUnknownOutcomeNamesTheQuery() {
        gateway.answer(500, "{\"code\":\"SYSTEM_ERROR\"}");
        WxPayException unknown = fail(pay().build(), "A1", 1);

        assertThat(unknown).isInstanceOf(GatewayException.class);
        assertThat(unknown.advice()).contains("call settle(), which calls /v3/pay/{out_trade_no}, to find out");
        assertThat(unknown).hasMessageContaining(unknown.advice());
    }

    @Test
    void interruptedThreadSaysSoAndStaysInterrupted() {
        WxPayException lost = lose(pay().build(), order(out -> out.string("out_trade_no", "A1")));
        gateway.answerLater();
        Thread.currentThread().interrupt();

        assertThatThrownBy(lost::settle)
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("/v3/pay/{out_trade_no}: the thread was interrupted")
                .hasMessageContaining("Whether /v3/pay took effect stays unknown (out_trade_no A1). If the thread is")
                .hasMessageContaining("clear its flag with Thread.interrupted(). Then call settle() again")
                .hasMessageNotContaining("safe to call again");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void queryIsNotSettledButRepeated() {
        gateway.breakOff();
        WxPayException lost = fail(QUERY, "A1", 1);

        assertThatThrownBy(lost::settle)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/v3/pay/{out_trade_no} changes nothing. Call it again");
    }

    @Test
    void saysWhyAnOperationCannotBeSettled() {
        assertThat(obstacle(post())).contains("no query is known that reports the result of /v3/pay");
        assertThat(obstacle(post().settledBy("/v3/find")))
                .contains("/v3/find is not part of the generated client. Include it, or do not exclude it");
        assertThat(obstacle(post().settledBy("/v3/find").settlingLacks("offset", "a or b")))
                .contains("/v3/find needs offset, a or b, which a request of /v3/pay does not have");
        assertThat(obstacle(pay().settlingNeeds("x", "y")))
                .contains("needs x or y, which the request does not have. Call the query yourself");
    }

    @Test
    void exceptionOfNoCallSaysSo() {
        WxPayException made = new TransportException(Outcome.UNKNOWN, "made", null);

        assertThat(made.operation()).isNull();
        assertThat(made.advice()).isNull();
        assertThat(made.canSettle()).isFalse();
        assertThatThrownBy(made::settle).hasMessageContaining("this exception has no request");
    }

    @Test
    void serializedExceptionKeepsItsOperationAlone() throws Exception {
        WxPayException lost = lose(pay().build(), order(out -> out.string("out_trade_no", "A1")));

        WxPayException copy = copy(lost);

        assertThat(copy).hasMessage(lost.getMessage());
        assertThat(copy.operation()).isEqualTo(lost.operation()).hasSameHashCodeAs(lost.operation());
        assertThat(copy.advice()).isEqualTo(lost.advice());
        assertThat(copy.canSettle()).isFalse();
    }

    @Test
    void saysWhatWasCalledAndWhatToDo() {
        gateway.breakOff();
        WxPayException lost = fail(pay().build(), "A1", 1);
        gateway.refuseConnection();
        WxPayException notSent = fail(pay().build(), "A1", 1);

        assertThat(lost.operation()).satisfies(operation -> {
            assertThat(operation.id()).isEqualTo("/v3/pay");
            assertThat(operation.method()).isEqualTo(HttpMethod.POST);
            assertThat(operation.title()).isEqualTo("Pay");
        });
        assertThat(lost.advice()).contains("call settle(), which calls /v3/pay/{out_trade_no}, to find out");
        assertThat(lost.getMessage()).contains(lost.advice());
        assertThat(notSent.getMessage()).contains(notSent.advice());
    }

    @Test
    void rawCallSaysWhatWasCalled() {
        gateway.breakOff();

        WxPayException lost = catchThrowableOfType(WxPayException.class, () -> gateway.client()
                .context()
                .raw()
                .v3("POST", "/v3/new")
                .json("{}")
                .send());

        assertThat(lost.operation()).isEqualTo(new OperationInfo(HttpMethod.POST, "/v3/new", null));
        assertThat(lost.canSettle()).isFalse();
    }

    private String obstacle(Operation.Builder<Sent, Map<String, String>> operation) {
        WxPayException lost = lose(operation.build(), order(out -> out.string("out_trade_no", "A1")));
        assertThat(lost.canSettle()).isFalse();
        return catchThrowableOfType(IllegalStateException.class, lost::settle).getMessage();
    }

    /** Settles, and returns what was asked. */
    private URI query(WxPayException lost) {
        gateway.answer(200, "{}");
        lost.settle();
        return gateway.sent().get(gateway.sent().size() - 1).uri();
    }

    private WxPayException fail(Operation<Sent, ?> operation, String outTradeNo, int attempts) {
        ApiContext context = gateway.client().context().with(o -> o.maxAttempts(attempts));
        ApiContext place = operation == QUERY ? context.at("out_trade_no", outTradeNo) : context;
        return catchThrowableOfType(
                WxPayException.class,
                () -> place.call(operation, order(out -> out.string("out_trade_no", outTradeNo))));
    }

    private WxPayException lose(Operation<Sent, Map<String, String>> operation, Sent request) {
        gateway.breakOff();
        ApiContext context =
                gateway.client(config -> config.subMchid("1900000109")).context();
        return catchThrowableOfType(WxPayException.class, () -> context.call(operation, request));
    }

    private static Sent order(Consumer<FieldWriter> fields) {
        return new Sent(fields);
    }

    private static Operation.Builder<Sent, Map<String, String>> post() {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.POST, "/v3/pay", Read::readFrom)
                .title("Pay")
                .traits(Trait.JSON_BODY);
    }

    private static Operation.Builder<Sent, Map<String, String>> pay() {
        return settled(post());
    }

    private static Operation.Builder<Sent, Map<String, String>> settled(
            Operation.Builder<Sent, Map<String, String>> operation) {
        return operation
                .settledBy(QUERY.id(), () -> new TypedOperation<>(() -> Sent.with(out -> {}), QUERY))
                .settlingNeeds("out_trade_no")
                .settlingTakes("sub_mchid", "plan_id");
    }

    private static Message message(Map<String, String> fields) {
        return new Sent(out -> fields.forEach(out::string));
    }

    private static WxPayException copy(WxPayException exception) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (WxPayException) in.readObject();
        }
    }
}
