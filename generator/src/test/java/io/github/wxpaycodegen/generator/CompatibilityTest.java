package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A spec that grows, by what is optional, breaks no caller: neither its source nor its class files. */
class CompatibilityTest {
    private static final String CALLER = "GrowthCaller.java";
    private static final String RETURNED = """
        v2 request: ShopPayRequest{version=1, out_trade_no=a, total_fee=8, detail=Detail{cost=3}, sign_type=MD5}
        v2 response: SUCCESS 未知 UNRECOGNIZED c1 [later]
        v2 result: SUCCESS FAIL CLOSED n1 []
        v3 request: OrdersRequest{out_trade_no=b, amount=Amount{total=5, currency=CNY}}
        v3 response: NEW 5 3 [more]
        v3 problems: [amount is required]
        v2 problems: [out_trade_no is required, total_fee is required]
        empty request: is valid
        empty lambda: is valid
        empty async: is valid
        shorthand: is valid
        empty get: is valid, is valid
        put v2: [attach, detail_of_tomorrow]
        put v3: [note, stores] [payer_total]
        """;

    private static Map<String, byte[]> old;
    private static Map<String, byte[]> grown;

    @BeforeAll
    static void compile() throws IOException {
        old = GeneratedClient.of(oldSpecs()).compileWith(CALLER);
        grown = GeneratedClient.of(grownSpecs()).compileWith(CALLER);
    }

    @Test
    void callerRunsWithOriginalClient() throws Exception {
        assertThat(GeneratedClient.run(old, CALLER)).isEqualTo(RETURNED);
    }

    @Test
    void callerCompilesWithExtendedClient() throws Exception {
        assertThat(grown.keySet())
                .containsAll(old.keySet())
                .contains("com.example.pay.v3.orders.OrdersGetRequest", "com.example.pay.v3.orders.OrdersApi$Closed");
        assertThat(GeneratedClient.run(grown, CALLER)).isEqualTo(RETURNED);
    }

    @Test
    void callerRunsWithExtendedClient() throws Exception {
        Map<String, byte[]> mixed = new HashMap<>(grown);
        old.forEach((name, code) -> {
            if (name.startsWith("caller.")) {
                mixed.put(name, code);
            }
        });

        assertThat(GeneratedClient.run(mixed, CALLER)).isEqualTo(RETURNED);
    }

    /** Users call more methods than a caller here can. */
    @Test
    void everyMethodKeepsItsDescriptor() throws Exception {
        ClassLoader before = GeneratedClient.loader(old);
        ClassLoader after = GeneratedClient.loader(grown);
        for (String name : old.keySet()) {
            if (!name.startsWith("caller.")) {
                assertThat(methods(after.loadClass(name))).as(name).containsAll(methods(before.loadClass(name)));
            }
        }
    }

    private static Set<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .map(method -> method.getName()
                        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                                .descriptorString())
                .collect(Collectors.toSet());
    }

    private static List<SpecFile> oldSpecs() {
        return List.of(
                SpecText.file("v3/_types.yaml", """
                    types:
                      Amount: {fields: {total: {type: integer, required: true}, currency: {enum: [CNY, HKD]}}}
                      State: {enum: [NEW, OLD]}
                    """),
                SpecText.file("v3/orders.yaml", """
                    uri: v3/orders
                    post:
                      title: An order
                      request:
                        out_trade_no: {type: string, required: true}
                        amount: {type: Amount, required: true}
                      response:
                        state: {type: State}
                        amount: {type: Amount}
                        goods: {list: true, fields: {count: {type: integer}}}
                    """),
                SpecText.file("v3/orders/{id}.yaml", """
                    uri: v3/orders/{id}
                    get:
                      title: One order
                      path: {id: {type: string}}
                      response: {state: {type: State}}
                    """),
                SpecText.file("v2/_types.yaml", """
                    types:
                      ReturnCode: {enum: [SUCCESS, FAIL]}
                      ResultCode: {enum: [SUCCESS, FAIL]}
                    """),
                SpecText.file("v2/shop/pay/check.yaml", """
                    uri: v2/shop/pay/check
                    post:
                      title: A check
                      request: {}
                      response:
                        return_code: {type: ReturnCode}
                        no: {type: string}
                    """),
                SpecText.file("v2/shop/pay/cancel.yaml", """
                    uri: v2/shop/pay/cancel
                    post: {title: A cancellation, request: {no: {type: string}}, response: {}}
                    """),
                SpecText.file("v2/shop/pay/close.yaml", """
                    uri: v2/shop/pay/close
                    post: {title: An end, request: {}, response: {}}
                    """),
                SpecText.file("v2/shop/pay.yaml", """
                    uri: v2/shop/pay
                    post:
                      title: A payment
                      request:
                        version: {const: "1", required: true}
                        out_trade_no: {type: string, required: true}
                        total_fee: {type: integer, required: true}
                        detail: {encoded: json, fields: {cost: {type: integer}}}
                        sign_type: {enum: [MD5, HMAC-SHA256], default: HMAC-SHA256}
                      response:
                        return_code: {enum: [SUCCESS, FAIL]}
                        trade_state: {enum: [PAID]}
                        coupons: {indexed: true, fields: {"coupon_id_$n": {type: string}}}
                    """));
    }

    private static List<SpecFile> grownSpecs() {
        return List.of(
                SpecText.file("v3/_types.yaml", """
                    types:
                      Amount:
                        fields:
                          total: {type: integer, required: true}
                          payer_total: {type: integer}
                          currency: {enum: [CNY, HKD, MOP]}
                      State: {enum: [PENDING, NEW, OLD]}
                    """),
                SpecText.file("v3/orders/closed.yaml", """
                    uri: v3/orders/closed
                    get: {title: Those that are closed, response: {count: {type: integer}}}
                    """),
                SpecText.file("v3/orders.yaml", """
                    uri: v3/orders
                    get:
                      title: The orders
                      query: {limit: {type: integer, required: true}}
                      response: {count: {type: integer}}
                    post:
                      title: An order
                      headers:
                        Idempotency-Key: {type: string}
                      request:
                        note: {type: string}
                        out_trade_no: {type: string, required: true}
                        amount: {type: Amount, required: true}
                        stores: {list: true, fields: {id: {type: string, required: true}}}
                      response:
                        state: {type: State}
                        amount: {type: Amount}
                        goods: {list: true, fields: {count: {type: integer}, name: {type: string}}}
                        payer: {fields: {openid: {type: string}}}
                    """),
                SpecText.file("v3/orders/{id}.yaml", """
                    uri: v3/orders/{id}
                    get:
                      title: One order
                      path: {id: {type: string}}
                      query: {mchid: {type: string}}
                      response: {state: {type: State}}
                    delete:
                      title: An order that nobody wants
                      path: {id: {type: string}}
                      response: {}
                    """),
                SpecText.file("v3/orders/{id}/orders.yaml", """
                    uri: v3/orders/{id}/orders
                    post:
                      title: A part of an order
                      path: {id: {type: string}}
                      request: {count: {type: integer}}
                      response: {}
                    """),
                SpecText.file("v2/_types.yaml", """
                    types:
                      ReturnCode: {enum: [SUCCESS, FAIL]}
                      ResultCode: {enum: [SUCCESS, FAIL]}
                    """),
                SpecText.file("v2/shop/pay/check.yaml", """
                    uri: v2/shop/pay/check
                    post:
                      title: A check
                      request: {}
                      response:
                        return_code: {type: ReturnCode}
                        no: {type: string}
                        result_code: {type: ResultCode}
                        err_code: {type: string}
                    """),
                SpecText.file("v2/shop/pay/cancel.yaml", """
                    uri: v2/shop/pay/cancel
                    post:
                      title: A cancellation
                      request: {no: {type: string}}
                      response: {return_code: {type: ReturnCode}, state: {type: string}}
                    """),
                SpecText.file("v2/shop/pay/close.yaml", """
                    uri: v2/shop/pay/close
                    post: {title: An end, request: {reason: {type: string}}, response: {state: {type: string}}}
                    """),
                SpecText.file("v2/shop/pay/close/all.yaml", """
                    uri: v2/shop/pay/close/all
                    post: {title: The end of all, request: {}, response: {}}
                    """),
                SpecText.file("v2/shop/pay/refund.yaml", """
                    uri: v2/shop/pay/refund
                    post: {title: A refund, request: {}, response: {}}
                    """),
                SpecText.file("v2/shop/pay.yaml", """
                    uri: v2/shop/pay
                    post:
                      title: A payment
                      request:
                        version: {const: "1", required: true}
                        out_trade_no: {type: string, required: true}
                        total_fee: {type: integer, required: true}
                        detail: {encoded: json, fields: {cost: {type: integer}, receipt: {type: string}}}
                        attach: {type: string}
                        sign_type: {enum: [MD5, HMAC-SHA256], default: HMAC-SHA256}
                      response:
                        return_code: {enum: [SUCCESS, FAIL]}
                        trade_state: {enum: [PAID, REVOKED]}
                        coupons:
                          indexed: true
                          fields: {"coupon_id_$n": {type: string}, "coupon_fee_$n": {type: integer}}
                        refunds: {indexed: true, fields: {"refund_id_$n": {type: string}}}
                    """));
    }
}
