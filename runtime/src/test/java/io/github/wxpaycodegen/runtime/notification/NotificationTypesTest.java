package io.github.wxpaycodegen.runtime.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.call.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotificationTypesTest {
    private static final NotificationType<Payment> ANY_PAYMENT = v3("any payment", List.of());
    private static final NotificationType<Payment> TRANSACTION = v3("transaction", List.of("transaction"));
    private static final NotificationType<Payment.V2> ORDER = v2("order", "out_trade_no");
    private static final NotificationType<Payment.V2> PAID = v2("paid", "out_trade_no", "transaction_id");

    @Test
    void listsTypesInGivenOrder() {
        NotificationTypes types = NotificationTypes.of(Scan.TYPE, Payment.TYPE, Payment.Sharing.TYPE);

        assertThat(types.all()).containsExactly(Scan.TYPE, Payment.TYPE, Payment.Sharing.TYPE);
        assertThat(types.have(Scan.class)).isTrue();
        assertThat(types.have(Payment.Plain.class)).isFalse();
    }

    @Test
    void typeShowsItsProtocolAndName() {
        assertThat(TRANSACTION.name()).isEqualTo("transaction");
        assertThat(TRANSACTION.protocol()).isEqualTo(Protocol.V3);
        assertThat(TRANSACTION).hasToString("V3 transaction");
        assertThat(PAID).hasToString("V2 paid");
    }

    @Test
    void findsV3TypesByAllTheirEvents() {
        NotificationTypes types = NotificationTypes.of(Payment.Sharing.TYPE, PAID);

        assertThat(types.ofV3("PROFITSHARING.SUCCESS", "profitsharing")).contains(Payment.Sharing.TYPE);
        assertThat(types.ofV3("TRANSACTION.SUCCESS", "profitsharing")).contains(Payment.Sharing.TYPE);
        assertThat(types.ofV3("TRANSACTION.SUCCESS", "transaction")).isEmpty();
        assertThat(types.ofV3("TRANSACTION.SUCCESS", null)).isEmpty();
        assertThat(types.ofV3("REFUND.SUCCESS", "profitsharing")).isEmpty();
    }

    @Test
    void prefersV3TypeThatNamesOriginalType() {
        for (NotificationTypes types : List.of(
                NotificationTypes.of(ANY_PAYMENT, TRANSACTION), NotificationTypes.of(TRANSACTION, ANY_PAYMENT))) {
            assertThat(types.ofV3("TRANSACTION.SUCCESS", "transaction")).contains(TRANSACTION);
            assertThat(types.ofV3("TRANSACTION.SUCCESS", "other")).contains(ANY_PAYMENT);
            assertThat(types.ofV3("TRANSACTION.SUCCESS", null)).contains(ANY_PAYMENT);
        }
    }

    @Test
    void prefersV2TypeWithMoreFields() {
        Map<String, String> paid = Map.of("out_trade_no", "1", "transaction_id", "2");
        for (NotificationTypes types : List.of(
                NotificationTypes.of(ORDER, PAID, TRANSACTION), NotificationTypes.of(TRANSACTION, PAID, ORDER))) {
            assertThat(types.ofV2(paid, Set.of())).contains(PAID);
            assertThat(types.ofV2(Map.of("out_trade_no", "1"), Set.of())).contains(ORDER);
            assertThat(types.ofV2(Map.of("transaction_id", "2"), Set.of())).isEmpty();
        }
    }

    @Test
    void findsEncryptedDocumentOfAnyType() {
        NotificationTypes types = NotificationTypes.of(
                v2("event", "my_ciphertext").withAesGcmDocument("my_ciphertext"),
                v2("refund", "secret").withAesEcbDocument("secret"),
                PAID);

        assertThat(types.documentIn(Set.of("secret", "my_ciphertext"), true))
                .hasValueSatisfying(found -> assertThat(found.field()).isEqualTo("secret"));
        assertThat(types.documentIn(Set.of("my_ciphertext", "a"), true)).hasValueSatisfying(found -> {
            assertThat(found.field()).isEqualTo("my_ciphertext");
            assertThat(found.parameter("nonce")).isEqualTo("my_nonce");
        });
        assertThat(types.documentIn(Set.of("my_ciphertext"), false))
                .as("only a document under the v2 key stands in for a signature")
                .isEmpty();
        assertThat(types.documentIn(Set.of("out_trade_no"), true)).isEmpty();
    }

    @Test
    void rejectsDocumentsThatCannotBeDecrypted() {
        assertThatThrownBy(() -> PAID.withAesGcmDocument("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of a field encrypted with AES-GCM must end with ciphertext (was secret)");
        assertThatThrownBy(() -> TRANSACTION.withAesEcbDocument("secret"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is a type of v3");
    }

    private static NotificationType<Payment> v3(String name, List<String> originalTypes) {
        return NotificationType.v3(Payment.class, name, List.of("TRANSACTION.SUCCESS"), originalTypes, false, n -> {
            throw new UnsupportedOperationException();
        });
    }

    private static NotificationType<Payment.V2> v2(String name, String... recognizedBy) {
        return NotificationType.v2(Payment.V2.class, name, List.of(), List.of(recognizedBy), n -> {
            throw new UnsupportedOperationException();
        });
    }
}
