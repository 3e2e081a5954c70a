package io.github.wxpaycodegen.simulator.internal.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Change;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Finding;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Kind;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.State;
import java.time.Clock;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger of applications, without a gateway before it. */
class ApplymentLedgerTest {
    private static final Map<String, String> SHOP = Map.of("merchant_shortname", "shop");
    private static final Map<String, String> OTHER = Map.of("merchant_shortname", "other shop");

    private final ApplymentLedger ledger = new ApplymentLedger(Clock.systemUTC(), new Numbers());

    @ParameterizedTest
    @EnumSource(names = {"MICRO", "UPGRADE"})
    void equalApplicationOfV2IsOneApplication(Kind kind) throws Exception {
        Applyment first = ledger.submit(kind, "A1", SHOP);

        assertThat(ledger.submit(kind, "A1", SHOP)).isEqualTo(first);
        assertProblem(Problem.APPLYMENT_PROCESSING, () -> ledger.submit(kind, "A1", OTHER));
        assertThat(ledger.applyments()).containsExactly(first);
    }

    @Test
    void equalApplicationOfV3IsRejected() throws Exception {
        ledger.submit(Kind.SUB_MERCHANT, "A1", SHOP);

        assertProblem(Problem.APPLYMENT_PROCESSING, () -> ledger.submit(Kind.SUB_MERCHANT, "A1", SHOP));
    }

    @ParameterizedTest
    @EnumSource
    void rejectedApplicationIsReplaced(Kind kind) throws Exception {
        Applyment first = ledger.submit(kind, "A1", SHOP);
        ledger.reject("A1", new Finding("rate", "too low"));

        Applyment second = ledger.submit(kind, "A1", OTHER);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.subMchid()).isEqualTo(first.subMchid());
        assertThat(second.state()).isEqualTo(State.AUDITING);
        assertThat(second.request()).isEqualTo(OTHER);
        assertThat(second.findings()).isEmpty();
    }

    @Test
    void applicationIsFoundByItsKindOnly() throws Exception {
        Applyment micro = ledger.submit(Kind.MICRO, "A1", SHOP);
        String id = Long.toString(micro.id());

        assertThat(ledger.applyment(Kind.MICRO, "A1")).isEqualTo(micro);
        assertThat(ledger.applymentById(Kind.MICRO, id)).isEqualTo(micro);
        assertProblem(Problem.NO_APPLYMENT, () -> ledger.applyment(Kind.SUB_MERCHANT, "A1"));
        assertProblem(Problem.NO_APPLYMENT, () -> ledger.applymentById(Kind.UPGRADE, id));
        assertProblem(Problem.APPLYMENT_PROCESSING, () -> ledger.submit(Kind.SUB_MERCHANT, "A1", SHOP));
        ledger.reject("A1", new Finding("rate", "too low"));
        assertProblem(Problem.APPLYMENT_PROCESSING, () -> ledger.submit(Kind.SUB_MERCHANT, "A1", SHOP));
    }

    @Test
    void upgradeKeepsMerchantId() throws Exception {
        assertThat(ledger.submit(Kind.UPGRADE, "1900000109", SHOP).subMchid()).isEqualTo("1900000109");
        assertThat(ledger.submit(Kind.MICRO, "A1", SHOP).subMchid()).matches("[0-9]{10}");
    }

    @Test
    void modificationKeepsState() throws Exception {
        Applyment micro = ledger.submit(Kind.MICRO, "A1", SHOP);
        ledger.change("A1", Change.APPROVE);

        ledger.modify(micro.subMchid(), Map.of("merchant_shortname", "new name", "account_bank", "工商银行"));
        ledger.modify("1900000109", OTHER);

        Applyment modified = ledger.applyment("A1");
        assertThat(modified.state()).isEqualTo(State.TO_BE_SIGNED);
        assertThat(modified.title()).isEqualTo("new name");
        assertThat(modified.text("account_bank")).isEqualTo("工商银行");
        assertThat(modified.id()).isEqualTo(micro.id());
    }

    private static void assertProblem(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }
}
