package io.github.wxpaycodegen.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The error codes after which the bundled specs call the outcome unknown. A code that is missing there costs money. */
class BundledUncertainCodesTest {
    /** The fields for a code or a face that the payer shows. Such a payment moves money before its response. */
    private static final Set<String> SHOWN = Set.of("auth_code", "face_code");

    private static final Map<Protocol, List<String>> PAYMENT_CODES = Map.of(
            Protocol.V2,
            List.of(
                    "SYSTEMERROR",
                    "SYSTEM_ERROR",
                    "BANKERROR",
                    "USERPAYING",
                    "ORDERPAID",
                    "OUT_TRADE_NO_USED",
                    "INVALID_REQUEST"),
            Protocol.V3,
            List.of(
                    "SYSTEMERROR",
                    "SYSTEM_ERROR",
                    "BANKERROR",
                    "BANK_ERROR",
                    "USERPAYING",
                    "ORDERPAID",
                    "ORDER_PAID",
                    "OUT_TRADE_NO_USED",
                    "ALREADY_EXISTS",
                    "INVALID_REQUEST"));

    private static final Map<Protocol, List<String>> SHARED_CODES =
            Map.of(Protocol.V2, List.of("SYSTEMERROR", "SYSTEM_ERROR"), Protocol.V3, List.of("SYSTEM_ERROR"));

    /** Codes of v3 that say that the number is taken. */
    private static final List<String> TAKEN = List.of("ALREADY_EXISTS", "RESOURCE_ALREADY_EXISTS");

    /** Codes that other operations share. The tables of transfers, batches and red packets list none of those of v3, and one of v2. */
    private static final Map<Protocol, List<String>> RARELY_LISTED = Map.of(
            Protocol.V2,
            List.of("FREQ_LIMIT", "FREQUENCY_LIMITED"),
            Protocol.V3,
            List.of(
                    "FREQUENCY_LIMIT_EXCEED",
                    "RATELIMIT_EXCEED",
                    "RATELIMIT_EXCEEDED",
                    "RATE_LIMITED",
                    "RULE_LIMIT",
                    "REQUEST_BLOCKED",
                    "NOT_FOUND",
                    "RESOURCE_NOT_EXISTS"));

    /** Titles of operations that move money, or start to. */
    private static final Pattern MOVES_MONEY = Pattern.compile(
            "转账|提现$|提现申请|请求.*分账|扣款|扣费受理|付款码支付|补差|申请退款|退款申请|资金出境" + "|发起还款|付款指令|品牌商户发放红包|赔付|理赔|公益捐赠|批量结算|异常结算");

    private static final Pattern MOVES_NONE =
            Pattern.compile("撤销|取消|关闭|凭证|充值|催收|登记|消息|预通知|协议|签约|解约|(?<!并完成.{2,3}收款)授权$|计划|周期|凭据|回单|商户号$|商户号列表|预算|开通");

    /** Operations after which {@code INVALID_REQUEST} is a rejection: an official page says so, or no source says otherwise. */
    private static final Pattern REJECTED_IF_INVALID = Pattern.compile("退款|分账|请求补差|提现申请");

    /** Titles of operations that give a user a coupon or a card, under a number of the merchant. */
    private static final Pattern SENDS_VALUE = Pattern.compile("用户发(放|券|.*免费券)|^发放|下发.*额度卡");

    /** Titles of operations that end an order and charge its user. */
    private static final Pattern CHARGES_AT_THE_END = Pattern.compile("完结.*订单|创单结单合并|消费押金");

    private static final Map<Protocol, List<String>> CODES_AT_THE_END = Map.of(
            Protocol.V2,
            List.of("INVALID_REQUEST", "ORDERPAID"),
            Protocol.V3,
            List.of("INVALID_REQUEST", "PARAM_ERROR", "ORDER_DONE"));

    /** Titles of operations whose query may find nothing although the money moves. */
    private static final Pattern TRANSFERS = Pattern.compile("转账|赔付|理赔|公益捐赠|红包|向员工付款");

    private record Write(String name, Protocol protocol, Operation operation) {
        List<String> uncertain() {
            return operation.effects().uncertain();
        }
    }

    private static final List<Write> WRITES = new ArrayList<>();
    private static final Map<String, Operation> QUERIES = new HashMap<>();
    private static Map<String, SharedType> types = Map.of();

    @BeforeAll
    static void read() {
        Specs specs = Bundled.specs();
        types = specs.types().stream().collect(Collectors.toMap(SharedType::id, type -> type));
        specs.endpoints().forEach(endpoint -> endpoint.operations().stream()
                .filter(operation -> operation.effects().readOnly())
                .forEach(operation -> QUERIES.put(endpoint.uri(), operation)));
        specs.endpoints().forEach(endpoint -> endpoint.operations().stream()
                .filter(operation -> !operation.effects().readOnly() && !operation.isRedirect())
                .forEach(operation -> WRITES.add(new Write(
                        operation.method() + " /" + endpoint.uri(),
                        Root.of(endpoint.uri()).orElseThrow().protocol(),
                        operation))));
    }

    /** Such a code answers for an earlier request, too, which may have moved the money. Its owner pays with another number next. */
    @Test
    void takenNumberIsUncertainIfMoneyMoves() {
        List<Write> moving = titled(Protocol.V3, MOVES_MONEY, MOVES_NONE);

        assertThat(moving).hasSizeGreaterThan(65);
        assertThat(namesWithout(moving, TAKEN)).isEmpty();
    }

    @Test
    void invalidRequestIsUncertainIfMoneyMovesAtOnce() {
        List<Write> moving = titled(Protocol.V3, MOVES_MONEY, MOVES_NONE).stream()
                .filter(write -> !REJECTED_IF_INVALID.matcher(title(write)).find())
                .toList();

        assertThat(moving).hasSizeGreaterThan(45);
        assertThat(namesWithout(moving, List.of("INVALID_REQUEST"))).isEmpty();
    }

    @Test
    void takenNumberIsUncertainIfUserGetsCoupon() {
        List<Write> sends = titled(Protocol.V3, SENDS_VALUE, MOVES_NONE);

        assertThat(sends).hasSizeGreaterThanOrEqualTo(11);
        assertThat(namesWithout(sends, TAKEN)).isEmpty();
    }

    /** The gateway charges the user until it succeeds. A second request may be refused meanwhile. */
    @Test
    void endOfOrderMayBeChargedAlready() {
        CODES_AT_THE_END.forEach((protocol, codes) -> {
            List<Write> ends = titled(protocol, CHARGES_AT_THE_END, MOVES_NONE);
            assertThat(ends).hasSizeGreaterThanOrEqualTo(3);
            assertThat(namesWithout(ends, codes)).isEmpty();
        });
    }

    /** The code also means that the data differ from the original request. */
    @Test
    void parameterErrorOfProfitSharingIsUncertain() {
        Pattern shares = Pattern.compile("请求.*分账$|完结分账|解冻剩余资金");
        for (Protocol protocol : Protocol.values()) {
            List<Write> sharing = titled(protocol, shares, MOVES_NONE);
            assertThat(sharing).hasSizeGreaterThanOrEqualTo(3);
            assertThat(namesWithout(sharing, List.of("PARAM_ERROR"))).isEmpty();
        }
    }

    @Test
    void refundMayBeAcceptedAlthoughItIsTooFrequent() {
        List<Write> refunds = titled(Protocol.V3, Pattern.compile("申请退款|退款申请"), MOVES_NONE);

        assertThat(refunds).hasSizeGreaterThanOrEqualTo(4);
        assertThat(namesWithout(refunds, List.of("FREQUENCY_LIMITED"))).isEmpty();
    }

    @Test
    void transferMayBeMadeAlthoughItIsTooFrequent() {
        List<Write> transfers = titled(Protocol.V3, TRANSFERS, MOVES_NONE).stream()
                .filter(write -> !title(write).contains("预约"))
                .toList();

        assertThat(transfers).hasSizeGreaterThanOrEqualTo(20);
        assertThat(namesWithout(transfers, List.of("RATELIMIT_EXCEEDED", "FREQUENCY_LIMIT_EXCEED")))
                .isEmpty();
    }

    /** WeChat Pay goes on trying to lock the money. */
    @Test
    void transferMayBeMadeOnceThereIsMoney() {
        List<Write> transfers = titled(Protocol.V3, Pattern.compile("转账"), MOVES_NONE).stream()
                .filter(write -> write.operation().effects().errors().stream()
                        .anyMatch(error -> error.code().equals("NOT_ENOUGH")))
                .toList();

        assertThat(transfers).hasSizeGreaterThanOrEqualTo(4);
        assertThat(namesWithout(transfers, List.of("NOT_ENOUGH"))).isEmpty();
    }

    /** Where pages forbid a new number after any code that they do not list, the codes that all operations share count as unlisted. */
    @Test
    void unlistedCodesIncludeSharedOnesThatMayConcernAnEarlierRequest() {
        List<Write> cautious =
                WRITES.stream().filter(write -> write.uncertain().contains("*")).toList();

        assertThat(cautious).hasSizeGreaterThan(25);
        for (Write write : cautious) {
            List<String> known = new ArrayList<>(write.uncertain());
            write.operation().effects().errors().forEach(error -> known.add(error.code()));
            assertThat(known).as(write.name()).contains("INVALID_REQUEST");
            if (write.protocol() == Protocol.V3) {
                assertThat(known).as(write.name()).containsAll(TAKEN);
                assertThat(known).as(write.name()).containsAll(RARELY_LISTED.get(Protocol.V3));
            } else {
                assertThat(known).as(write.name()).containsAnyElementsOf(RARELY_LISTED.get(Protocol.V2));
            }
        }
    }

    /** The gateway may be about to make the transfer. */
    @Test
    void transferThatIsNotFoundMayStillHappen() {
        List<Write> transfers = WRITES.stream()
                .filter(write -> TRANSFERS.matcher(title(write)).find()
                        && !MOVES_NONE.matcher(title(write)).find())
                .filter(write -> write.operation().effects().settledBy().isPresent())
                .toList();

        assertThat(transfers).hasSizeGreaterThanOrEqualTo(30);
        assertThat(transfers.stream()
                        .filter(write -> !provesNothing(QUERIES.get(
                                write.operation().effects().settledBy().orElseThrow())))
                        .map(Write::name))
                .isEmpty();
    }

    /** A caller who reads only that a number is wrong may take another one, and pay twice. */
    @Test
    void settlingQueryThatFindsNothingKeepsTheNumber() {
        Pattern nothing = Pattern.compile(
                "NOT_FOUND|RESOURCE_NOT_EXISTS|ORDER_?NOT_?EXIST|REFUNDNOTEXIST|CONTRACT_NOT_EXIST|APPLYMENT_NOT_?EXIST");
        Map<String, String> advice = new HashMap<>();
        for (Write write : WRITES) {
            String query = write.operation().effects().settledBy().orElse(null);
            if (query != null) {
                QUERIES.get(query).effects().errors().stream()
                        .filter(error -> nothing.matcher(error.code()).matches())
                        .forEach(error -> advice.put(
                                query + " " + error.code(), error.advice().orElse("")));
            }
        }

        assertThat(advice).hasSizeGreaterThanOrEqualTo(30);
        assertThat(advice.entrySet().stream().filter(each -> !each.getValue().contains("again with the same")))
                .isEmpty();
    }

    private static boolean provesNothing(Operation query) {
        return query.effects().errors().stream()
                .anyMatch(error -> error.code().equals("NOT_FOUND")
                        && error.advice().orElse("").startsWith("This proves nothing"));
    }

    private static List<Write> titled(Protocol protocol, Pattern with, Pattern without) {
        return WRITES.stream()
                .filter(write -> write.protocol() == protocol)
                .filter(write -> with.matcher(title(write)).find()
                        && !without.matcher(title(write)).find())
                .toList();
    }

    private static List<String> namesWithout(List<Write> writes, List<String> codes) {
        return writes.stream()
                .filter(write -> !write.uncertain().containsAll(codes))
                .map(write -> write.name() + " " + title(write))
                .toList();
    }

    private static String title(Write write) {
        return write.operation().title();
    }

    @Test
    void sharedCodesAreUncertainForEveryWrite() {
        assertThat(WRITES).hasSizeGreaterThan(600).allSatisfy(write -> assertThat(write.uncertain())
                .as(write.name())
                .containsAll(SHARED_CODES.get(write.protocol())));
    }

    @Test
    void paymentsByCodeOrFaceShareTheirCodes() {
        List<Write> payments = WRITES.stream()
                .filter(write -> write.operation().effects().settledBy().isPresent())
                .filter(write -> hasShown(write.operation().request().shape()))
                .toList();

        assertThat(payments)
                .extracting(Write::name)
                .contains("POST /v2/pay/micropay", "POST /v3/pay/transactions/codepay");
        assertThat(payments).hasSizeGreaterThanOrEqualTo(9).allSatisfy(write -> assertThat(write.uncertain())
                .as(write.name())
                .containsAll(PAYMENT_CODES.get(write.protocol())));
    }

    private static boolean hasShown(ObjectShape shape) {
        return shape.fields().stream().anyMatch(field -> SHOWN.contains(field.name()) || hasShown(field));
    }

    private static boolean hasShown(Field field) {
        if (field.type() instanceof FieldType.InlineObject object) {
            return hasShown(object.shape());
        }
        return field.type() instanceof FieldType.Reference reference
                && types.get(reference.typeId()).shape() instanceof SharedType.TypeShape.OfObject shared
                && hasShown(shared.shape());
    }
}
