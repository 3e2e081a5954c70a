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

    /** Titles of operations that move money, or start to. */
    private static final Pattern MOVES_MONEY =
            Pattern.compile("转账|提现$|请求.*分账|扣款|扣费受理|付款码支付|补差|申请退款|退款申请|资金出境" + "|发起还款|付款指令|品牌商户发放红包");

    private static final Pattern MOVES_NONE =
            Pattern.compile("撤销|取消|关闭|预约|凭证|充值|催收|登记|消息|预通知|协议|签约|解约|授权$|计划|周期|凭据|回单|商户号");

    private record Write(String name, Protocol protocol, Operation operation) {
        List<String> uncertain() {
            return operation.effects().uncertain();
        }
    }

    private static final List<Write> WRITES = new ArrayList<>();
    private static Map<String, SharedType> types = Map.of();

    @BeforeAll
    static void read() {
        Specs specs = Bundled.specs();
        types = specs.types().stream().collect(Collectors.toMap(SharedType::id, type -> type));
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
        List<Write> moving = WRITES.stream()
                .filter(write -> write.protocol() == Protocol.V3)
                .filter(write -> MOVES_MONEY.matcher(title(write)).find()
                        && !MOVES_NONE.matcher(title(write)).find())
                .toList();
        assertThat(moving).hasSizeGreaterThan(45);
        assertThat(namesWithout(moving, "ALREADY_EXISTS", "RESOURCE_ALREADY_EXISTS"))
                .isEmpty();
    }

    /** Where pages forbid a new number after any code that they do not list, the codes that all operations share count as unlisted. */
    @Test
    void unlistedCodesIncludeSharedOnesThatMayConcernAnEarlierRequest() {
        List<Write> cautious =
                WRITES.stream().filter(write -> write.uncertain().contains("*")).toList();
        assertThat(cautious).hasSizeGreaterThan(15);
        assertThat(namesWithout(cautious, "INVALID_REQUEST")).isEmpty();
    }

    private static List<String> namesWithout(List<Write> writes, String... codes) {
        return writes.stream()
                .filter(write -> !write.uncertain().containsAll(List.of(codes)))
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
