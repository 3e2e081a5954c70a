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
