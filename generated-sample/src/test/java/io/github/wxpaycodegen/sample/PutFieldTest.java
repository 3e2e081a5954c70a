package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.TransactionsNativeRequest;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway allows more than the specs of the client do: it takes longer order numbers, and fields of tomorrow. */
class PutFieldTest {
    private static final String LONG = "A2345678901234567890123456789012345";

    private static final String CLOSE = """
            uri: v2/pay/closeorder
            post:
              title: Close an order
              request:
                appid: {type: string, required: true}
                mch_id: {type: string, required: true, fill: mchid}
                out_trade_no: {type: string, required: true, maxLength: 64}
                reason: {type: string, required: true}
                sign_type: {enum: [MD5, HMAC-SHA256]}
              response:
                return_code: {enum: [SUCCESS, FAIL]}
                result_code: {enum: [SUCCESS, FAIL]}
            """;

    private static final String ORDER = """
            uri: v3/pay/transactions/native
            post:
              title: Make an order
              request:
                appid: {type: string, required: true}
                mchid: {type: string, required: true, fill: mchid}
                description: {type: string, required: true}
                out_trade_no: {type: string, required: true, maxLength: 64}
                notify_url: {type: string, required: true}
                payer_name: {type: string, required: true, encrypted: rsa-pubkey}
                amount:
                  required: true
                  fields:
                    total: {type: integer, required: true}
                    tip: {type: integer, required: true}
              response:
                code_url: {type: string, required: true}
            """;

    private static final String QUERY = """
            uri: v3/pay/transactions/id/{transaction_id}
            get:
              title: Query an order
              path:
                transaction_id: {type: string}
              query:
                mchid: {type: string, required: true, fill: mchid}
                detailed: {type: boolean, required: true}
              response:
                transaction_id: {type: string, required: true}
            """;

    @TempDir
    private Path specs;

    private Simulator gateway;
    private WxPay pay;

    @BeforeEach
    void start() throws IOException {
        write("v2/pay/closeorder.yaml", CLOSE);
        write("v3/pay/transactions/native.yaml", ORDER);
        write("v3/pay/transactions/id/{transaction_id}.yaml", QUERY);
        gateway = Simulator.builder()
                .keysFrom("tests")
                .mchid(Gateway.MCHID)
                .specs(specs)
                .start();
        pay = WxPay.create(gateway.config().appid(Gateway.APPID).build());
    }

    private void write(String path, String spec) throws IOException {
        Path file = specs.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, spec);
    }

    @AfterEach
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void v2AcceptsUndeclaredField() {
        assertThatThrownBy(() -> pay.v2().pay().closeOrder(b -> b.outTradeNo(LONG)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("out_trade_no must be at most 32 characters (was 35)");

        pay.v2().pay().closeOrder(b -> b.putField("out_trade_no", LONG).putField("reason", "<理由>"));

        assertThat(accepted("/pay/closeorder").fields())
                .containsEntry("out_trade_no", LONG)
                .containsEntry("reason", "<理由>");
    }

    @Test
    void v3AcceptsUndeclaredField() {
        assertThatThrownBy(() -> pay.v3().pay().transactions().native_(b -> b.outTradeNo(LONG)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("out_trade_no must be at most 32 characters (was 35)");

        TransactionsNativeRequest request = order();
        pay.v3().pay().transactions().native_(request);

        assertOrdered(accepted("/v3/pay/transactions/native"));
    }

    @Test
    void storedRequestIsAcceptedAgain() {
        TransactionsNativeRequest stored = TransactionsNativeRequest.fromJson(order().toJson());

        assertThat(stored).isEqualTo(order());
        pay.v3().pay().transactions().native_(stored);

        assertOrdered(accepted("/v3/pay/transactions/native"));
    }

    @Test
    void getSendsUndeclaredFieldInItsQuery() {
        pay.v3().pay().transactions().id().transactionId("42").get(b -> b.putField("detailed", true));

        assertThat(accepted("/v3/pay/transactions/id/42").queryFields()).containsEntry("detailed", "true");
    }

    private static TransactionsNativeRequest order() {
        return TransactionsNativeRequest.builder()
                .description("Tea")
                .notifyUrl("https://shop.example/notify")
                .putField("out_trade_no", LONG)
                .putEncryptedField("payer_name", "张三")
                .amount(a -> a.total(500L).putField("tip", 3))
                .build();
    }

    private static void assertOrdered(RecordedCall call) {
        assertThat(call.fields())
                .containsEntry("out_trade_no", LONG)
                .containsEntry("payer_name", "张三")
                .containsEntry("amount.tip", "3");
    }

    /** The one call to a path, which the gateway found right in all that its specs say. */
    private RecordedCall accepted(String path) {
        RecordedCall call = gateway.calls().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
        assertThat(call.refusal()).isEmpty();
        assertThat(call.undeclaredFields()).isEmpty();
        return call;
    }
}
