package io.github.wxpaycodegen.generator;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What WeChat adds breaks nobody: not the sources of callers, and not their class files. */
class CompatibilityTest {
    private static final List<SpecFile> BEFORE =
            List.of(file("v3/shop/_types.yaml", """
                    types:
                      Amount:
                        fields:
                          total: {type: integer, required: true}
                      State:
                        enum: [NEW, PAID]
                    """), file("v3/shop/orders.yaml", """
                    uri: v3/shop/orders
                    post:
                      title: Order
                      request:
                        out_trade_no: {type: string, required: true}
                        amount: {type: Amount, required: true}
                        payer: {fields: {openid: {type: string}}}
                      response:
                        state: {type: State}
                        amount: {type: Amount}
                    """), file("v3/shop/ping.yaml", """
                    uri: v3/shop/ping
                    get:
                      title: Ping
                      response: {pong: {type: string}}
                    """));

    private static final List<SpecFile> AFTER = List.of(
            file("v3/shop/_types.yaml", """
                    types:
                      Amount:
                        fields:
                          currency: {type: string}
                          total: {type: integer, required: true}
                      State:
                        enum: [CLOSED, NEW, PAID]
                    """),
            file("v3/shop/orders.yaml", """
                    uri: v3/shop/orders
                    get:
                      title: List
                      query: {limit: {type: integer, required: true}}
                      response: {total: {type: integer}}
                    post:
                      title: Order
                      headers:
                        Idempotency-Key: {type: string}
                      query:
                        dry_run: {type: boolean}
                      request:
                        attach: {type: string}
                        out_trade_no: {type: string, required: true}
                        amount: {type: Amount, required: true}
                        payer: {fields: {name: {type: string}, openid: {type: string}}}
                      response:
                        time: {type: date-time}
                        state: {type: State}
                        amount: {type: Amount}
                    """),
            file("v3/shop/orders/{id}.yaml", """
                    uri: v3/shop/orders/{id}
                    get:
                      title: One
                      path: {id: {type: string}}
                      response: {state: {type: State}}
                    """),
            file("v3/shop/ping.yaml", """
                    uri: v3/shop/ping
                    get:
                      title: Ping
                      query: {echo: {type: string}}
                      response: {pong: {type: string}, echo: {type: string}}
                    """));

    private static final JavaFileObject CALLER = JavaFileObjects.forSourceString("com.example.Caller", """
            package com.example;

            import com.example.pay.WxPay;
            import com.example.pay.v3.shop.*;
            import io.github.wxpaycodegen.runtime.wire.TreeFieldReader;
            import java.math.BigDecimal;
            import java.util.Map;
            import java.util.function.Function;

            public final class Caller {
                private Caller() {}

                public static String run() {
                    OrdersRequest request = OrdersRequest.builder()
                            .outTradeNo("1")
                            .amount(a -> a.total(100))
                            .payer(OrdersRequest.Payer.builder().openid("o").build())
                            .build();
                    OrdersRequest copy = request.toBuilder().outTradeNo("2").build();
                    Map<String, Object> answer = Map.of("state", "CLOSED", "amount", Map.of("total", new BigDecimal(7)));
                    OrdersResponse response = OrdersResponse.readFrom(TreeFieldReader.of(answer, text -> text));
                    return copy + " " + response.state().value() + " " + known(response.state()) + " "
                            + response.amount().total() + " " + OrdersResponse.builder().state(State.PAID).build();
                }

                private static String known(State state) {
                    return switch (state.known()) {
                        case NEW -> "new";
                        case PAID -> "paid";
                        default -> "another";
                    };
                }

                static Function<WxPay, OrdersResponse> calls() {
                    return pay -> {
                        pay.v3().shop().ping().get();
                        pay.v3().shop().orders().postAsync(b -> b.outTradeNo("1").amount(a -> a.total(1)));
                        return pay.v3().shop().orders(b -> b.outTradeNo("1").amount(a -> a.total(1)));
                    };
                }
            }
            """);

    private static final String RESULT =
            "OrdersRequest{out_trade_no=2, amount=Amount{total=100}, payer=Payer{openid=o}}"
                    + " CLOSED another 7 OrdersResponse{state=PAID}";

    @Test
    void oldSourcesCompileAgainstTheNewOutputAndDoTheSame() throws Exception {
        assertThat(CompiledClient.of(BEFORE, CALLER).run("com.example.Caller")).isEqualTo(RESULT);
        assertThat(CompiledClient.of(AFTER, CALLER).run("com.example.Caller")).isEqualTo(RESULT);
    }

    @Test
    void oldClassFilesRunAgainstTheNewOutput() throws Exception {
        CompiledClient old = CompiledClient.of(BEFORE, CALLER);
        CompiledClient now = CompiledClient.of(AFTER).withClassesOf(old, "com.example.Caller");
        assertThat(now.run("com.example.Caller")).isEqualTo(RESULT);
    }
}
