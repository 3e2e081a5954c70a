package io.github.wxpaycodegen.generator.diff;

import static io.github.wxpaycodegen.generator.SpecText.file;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small set of specs, and single changes of it. */
final class DiffCorpus {
    private static final Map<String, String> BASE = base();

    private DiffCorpus() {}

    /** A single change, which has a name. */
    record Edit(String name, List<SpecFile> before, List<SpecFile> after) {
        Edit reversed(String opposite) {
            return new Edit(opposite, /* before= */ after, /* after= */ before);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<SpecFile> specs() {
        return files(BASE);
    }

    static List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        String orders = "v3/shop/orders.yaml";
        String order = "v3/shop/orders/{id}.yaml";
        String types = "v3/shop/_types.yaml";
        String pay = "v2/shop/pay.yaml";
        String close = "v2/shop/close.yaml";
        String paid = "notifications/v3/SHOP.PAID.yaml";
        String scanned = "notifications/v2/scanned.yaml";
        // fields of requests
        edit(edits, "optional request field added", orders, "note:", "extra: {type: string}\n    note:");
        edit(
                edits,
                "required request field added",
                orders,
                "note:",
                "extra: {type: string, required: true}\n    note:");
        edit(edits, "constant request field added", orders, "note:", "version: {const: \"1\"}\n    note:");
        edit(
                edits,
                "request field with default added",
                orders,
                "note:",
                "extra: {type: string, default: A}\n    note:");
        edit(edits, "filled request field added", orders, "note:", "extra: {type: string, fill: appid}\n    note:");
        edit(
                edits,
                "digest added to upload",
                "v3/shop/images.yaml",
                "filename: {type: string}",
                "filename: {type: string}\n    sha256: {type: string, digest: sha256}");
        edit(
                edits,
                "field of upload becomes digest",
                "v3/shop/images.yaml",
                "hash: {type: string}",
                "hash: {type: string, digest: sha256}");
        edit(edits, "list field added", orders, "note:", "tags: {type: string, list: true}\n    note:");
        edit(edits, "request field removed", orders, "    note: {type: string, maxLength: 32}\n", "");
        edit(edits, "request field renamed", orders, "note:", "remark:");
        edit(edits, "accessor renamed", orders, "note: {type: string,", "note: {java: remark, type: string,");
        edit(edits, "request field becomes required", orders, "note: {", "note: {required: true, ");
        edit(
                edits,
                "integer of a request becomes required",
                orders,
                "count: {type: integer}",
                "count: {type: integer, required: true}");
        edit(edits, "integer gets values without meaning", orders, "count: {type: integer}", "count: {enum: [1, 2]}");
        edit(
                edits,
                "integer gets values with a meaning",
                orders,
                "count: {type: integer}",
                "count: {type: integer, enum: [{value: 1, title: 一}, {value: 2, title: 二}]}");
        edit(edits, "request field becomes optional", orders, "out_no: {required: true, ", "out_no: {");
        edit(edits, "text becomes integer", orders, "note: {type: string, maxLength: 32}", "note: {type: integer}");
        edit(edits, "integer becomes text", orders, "count: {type: integer}", "count: {type: string}");
        edit(edits, "integer becomes number", orders, "count: {type: integer}", "count: {type: number}");
        edit(edits, "text becomes time", orders, "note: {type: string, maxLength: 32}", "note: {type: date-time}");
        edit(edits, "text becomes enum", orders, "note: {type: string, maxLength: 32}", "note: {enum: [A, B]}");
        edit(edits, "enum becomes text", orders, "kind: {enum: [X, Y]}", "kind: {type: string}");
        edit(edits, "text becomes list", orders, "note: {type: string,", "note: {list: true, type: string,");
        edit(
                edits,
                "list of texts becomes list of integers",
                orders,
                "codes: {type: string,",
                "codes: {type: integer,");
        edit(edits, "list becomes text", orders, "codes: {type: string, list: true}", "codes: {type: string}");
        edit(edits, "limit narrowed", orders, "maxLength: 32", "maxLength: 16");
        edit(edits, "limit widened", orders, "maxLength: 32", "maxLength: 64");
        edit(edits, "limit removed", orders, ", maxLength: 32", "");
        edit(edits, "pattern added", orders, "maxLength: 32", "maxLength: 32, pattern: \"[a-z]*\"");
        edit(edits, "minimum added", orders, "count: {type: integer}", "count: {type: integer, minimum: 1}");
        edit(edits, "field gets constant", orders, "note: {type: string, maxLength: 32}", "note: {const: A}");
        edit(
                edits,
                "field gets default",
                orders,
                "note: {type: string, maxLength: 32}",
                "note: {type: string, maxLength: 32, default: A}");
        edit(
                edits,
                "field is filled",
                orders,
                "note: {type: string, maxLength: 32}",
                "note: {type: string, maxLength: 32, fill: appid}");
        edit(edits, "field becomes encrypted", orders, "note: {", "note: {encrypted: rsa-pubkey, ");
        edit(edits, "field becomes masked", orders, "note: {", "note: {sensitive: true, ");
        edits.add(edits.get(edits.size() - 1).reversed("field is masked no more"));
        edit(edits, "format of field added", orders, "note: {", "note: {format: date, ");
        edit(edits, "format without a form added", orders, "note: {", "note: {format: media-id, ");
        edit(edits, "field becomes deprecated", orders, "note: {", "note: {deprecated: use another, ");
        edit(edits, "title of field changed", orders, "title: 数量", "title: 个数");
        edit(edits, "description of field added", orders, "note: {", "note: {description: d, ");
        edit(edits, "example of field added", orders, "note: {", "note: {example: e, ");
        edit(edits, "group added", orders, "  response: Order", "  atLeastOneOf: [[note, count]]\n  response: Order");
        // objects and enums
        edit(
                edits,
                "object in place gets field",
                orders,
                "name: {type: string}",
                "name: {type: string}, age: {type: integer}");
        edit(
                edits,
                "object in place loses field",
                orders,
                "{name: {type: string}, id: {type: string}}",
                "{id: {type: string}}");
        edit(edits, "object in place renamed", orders, "payer: {", "payer: {typeName: Buyer, ");
        edit(edits, "object becomes list", orders, "payer: {", "payer: {list: true, ");
        edit(edits, "enum in place gets value", orders, "[X, Y]", "[X, Y, Z]");
        edit(edits, "enum in place loses value", orders, "[X, Y]", "[X]");
        edit(edits, "constant of enum renamed", orders, "[X, Y]", "[X, {value: Y, java: WHY}]");
        edit(edits, "enum becomes one of integers", orders, "{enum: [X, Y]}", "{enum: [1, 2]}");
        edit(edits, "shared enum gets value", types, "[OPEN, DONE]", "[OPEN, DONE, LOST]");
        edit(edits, "shared enum loses value", types, "[OPEN, DONE]", "[OPEN]");
        edit(
                edits,
                "shared object gets field",
                types,
                "currency: {type: string}",
                "currency: {type: string}\n      rate: {type: number}");
        edit(edits, "shared object loses field", types, "      currency: {type: string}\n", "");
        edit(edits, "shared type renamed", types, "  Unused:", "  Useless:");
        edit(edits, "shared type added", types, "  Unused:", "  Useless: {enum: [A]}\n  Unused:");
        edit(
                edits,
                "order of fields changed",
                types,
                "total: {type: integer}\n      currency: {type: string}",
                "currency: {type: string}\n      total: {type: integer}");
        // responses
        edit(
                edits,
                "response field added",
                order,
                "state: {type: State}",
                "state: {type: State}\n    more: {type: string}");
        edit(edits, "response field removed", order, "    closed: {type: boolean}\n", "");
        edit(edits, "response field becomes list", order, "state: {type: State}", "state: {type: State, list: true}");
        edit(edits, "shared enum becomes text", order, "state: {type: State}", "state: {type: string}");
        edit(
                edits,
                "spelling of boolean",
                order,
                "closed: {type: boolean}",
                "closed: {type: boolean, spelling: [\"Y\", \"N\"]}");
        edit(
                edits,
                "response becomes shared object",
                order,
                "response:\n    state: {type: State}\n    closed: {type: boolean}\n",
                "response: Order\n");
        edit(
                edits,
                "response becomes empty",
                order,
                "  response:\n    state: {type: State}\n    closed: {type: boolean}\n",
                "  responseKind: empty\n");
        edit(edits, "shared response becomes another", orders, "response: Order", "response: Receipt");
        edit(edits, "message becomes sent", orders, "note:", "receipt: {type: Receipt}\n    note:");
        // operations
        edit(
                edits,
                "operation removed",
                orders,
                "get:\n  title: 列表\n  readOnly: true\n  query:\n    state: {type: State}\n  response:\n    data: {type: Order, list: true}\n",
                "");
        edit(
                edits,
                "operation added",
                order,
                "get:",
                "delete: {title: 删除, path: {id: {type: string}}, responseKind: empty}\nget:");
        edit(edits, "method of operation changed", order, "get:", "post:");
        edit(edits, "operation deprecated", order, "title: 查询", "title: 查询\n  deprecated: use another");
        edit(edits, "title of operation changed", order, "title: 查询", "title: 查询订单");
        edit(edits, "messages renamed", orders, "post:\n", "post:\n  java: NewOrders\n");
        edit(edits, "operation becomes idempotent", orders, "post:\n", "post:\n  idempotent: true\n");
        edit(edits, "query is a query no more", order, "  readOnly: true\n", "");
        edit(edits, "errors added", orders, "post:\n", "post:\n  errors: [{code: A, status: 400, title: a}]\n");
        edit(edits, "error code becomes uncertain", orders, "post:\n", "post:\n  uncertain: [SYSTEM_ERROR]\n");
        edit(edits, "unlisted errors become uncertain", orders, "post:\n", "post:\n  uncertain: [\"*\"]\n");
        edit(
                edits,
                "error added as uncertain",
                orders,
                "post:\n",
                "post:\n  errors: [{code: A, title: a, uncertain: true}]\n");
        edit(
                edits,
                "error listed where unlisted ones are uncertain",
                close,
                "{code: A, advice: a}",
                "{code: A, advice: a}, {code: B, advice: b}");
        edit(
                edits,
                "error listed without advice where unlisted ones are uncertain",
                close,
                "{code: A, advice: a}",
                "{code: A, advice: a}, {code: B, title: b}");
        edit(
                edits,
                "advice changed where unlisted errors are uncertain",
                close,
                "{code: A, advice: a}",
                "{code: A, advice: b}");
        edit(edits, "echoes added", orders, "post:\n", "post:\n  echoes: [out_no]\n");
        edit(edits, "rate limit added", orders, "post:\n", "post:\n  rateLimit: 15/s\n");
        edit(edits, "first query field", order, "  path:", "  query: {more: {type: string}}\n  path:");
        edit(
                edits,
                "required query field",
                order,
                "  path:",
                "  query: {more: {type: string, required: true}}\n  path:");
        edit(edits, "segment renamed", order, "get:", "javaPath: v3/shop/purchases/{id}\nget:");
        edit(edits, "method of segment renamed", orders, "get:", "java: purchases\nget:");
        edit(
                edits,
                "pages added",
                orders,
                "  response:\n    data: {type: Order, list: true}",
                "  pages: {by: offset, at: offset, items: data}\n  response:\n    data: {type: Order, list: true}",
                "    state: {type: State}",
                "    state: {type: State}\n    offset: {type: integer}");
        edit(edits, "client certificate required", pay, "post:\n", "post:\n  security: true\n");
        edit(edits, "v2 response without return code", pay, "    return_code: {type: ReturnCode}\n", "");
        edit(
                edits,
                "v2 response gets return code",
                close,
                "  response:\n",
                "  response:\n    return_code: {type: ReturnCode}\n");
        edit(edits, "v2 error code declared", pay, "return_code:", "err_code: {type: string}\n    return_code:");
        edit(
                edits,
                "v2 list spread over names",
                pay,
                "  response:\n",
                "  response:\n    coupons: {indexed: true, fields: {coupon_id_$n: {type: string}}}\n");
        // notifications
        edit(edits, "notification field added", paid, "out_no:", "more: {type: string}\n    out_no:");
        edit(edits, "notification field removed", paid, "    amount: {type: integer}\n", "");
        edit(edits, "event type of notification changed", paid, "eventTypes: [SHOP.PAID]", "eventTypes: [SHOP.PAYED]");
        edit(edits, "notification renamed", paid, "id: SHOP.PAID", "id: SHOP.PAYED");
        edit(edits, "class of notification renamed", paid, "id: SHOP.PAID", "java: Paid\n  id: SHOP.PAID");
        edit(edits, "notification becomes plain", paid, "protocol: v3", "protocol: v3\n  plain: true");
        edit(edits, "notification gets reply", scanned, "  body:", "  reply: {result: {type: string}}\n  body:");
        // files
        without(edits, "endpoint removed", order);
        without(edits, "notification removed", paid);
        with(
                edits,
                "endpoint added",
                "v3/shop/refunds.yaml",
                "uri: v3/shop/refunds\npost: {title: 退款, response: Order}\n");
        with(
                edits,
                "product added",
                "v3/mall/a.yaml",
                "uri: v3/mall/a\nget: {title: A, readOnly: true, response: {a: {type: string}}}\n");
        with(
                edits,
                "notification added",
                "notifications/v3/SHOP.CLOSED.yaml",
                "notification: {id: SHOP.CLOSED, protocol: v3, title: A, eventTypes: [SHOP.CLOSED], resource: {a: {type: string}}}\n");
        with(
                edits,
                "common error added",
                "v3/_errors.yaml",
                "errors: [{code: SIGN_ERROR, status: 401, title: a, advice: b}]\n");
        with(
                edits,
                "common error added where unlisted ones are uncertain",
                "v2/_errors.yaml",
                "errors: [{code: SIGNERROR, title: a, advice: b}]\n");
        with(
                edits,
                "common uncertain error added",
                "v3/_errors.yaml",
                "errors: [{code: SYSTEM_ERROR, status: 500, title: a, advice: b, uncertain: true}]\n");
        with(
                edits,
                "error by Request-ID added",
                "v3/_errors.yaml",
                "errors: []\nrequestIdErrors: [{number: \"268443699\", title: a}]\n");
        edits.add(new Edit("nothing", specs(), specs()));
        return edits;
    }

    private static void edit(List<Edit> edits, String name, String path, String... replacements) {
        Map<String, String> changed = new TreeMap<>(BASE);
        for (int i = 0; i < replacements.length; i += 2) {
            String text = changed.get(path);
            if (!text.contains(replacements[i])) {
                throw new IllegalArgumentException(name + ": " + path + " does not contain " + replacements[i]);
            }
            changed.put(path, text.replace(replacements[i], replacements[i + 1]));
        }
        edits.add(new Edit(name, specs(), files(changed)));
    }

    private static void without(List<Edit> edits, String name, String path) {
        Map<String, String> changed = new TreeMap<>(BASE);
        changed.remove(path);
        edits.add(new Edit(name, specs(), files(changed)));
    }

    private static void with(List<Edit> edits, String name, String path, String text) {
        Map<String, String> changed = new TreeMap<>(BASE);
        changed.put(path, text);
        edits.add(new Edit(name, specs(), files(changed)));
    }

    private static List<SpecFile> files(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> file(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, String> base() {
        return Map.of(
                "v3/shop/_types.yaml", """
                types:
                  State: {enum: [OPEN, DONE]}
                  Amount:
                    fields:
                      total: {type: integer}
                      currency: {type: string}
                  Order: {fields: {order_no: {type: string}, out_no: {type: string}, amount: {type: Amount}}}
                  Receipt: {fields: {receipt_no: {type: string}}}
                  Unused: {fields: {a: {type: string}}}
                """,
                "v3/shop/orders.yaml", """
                uri: v3/shop/orders
                get:
                  title: 列表
                  readOnly: true
                  query:
                    state: {type: State}
                  response:
                    data: {type: Order, list: true}
                post:
                  title: 下单
                  request:
                    out_no: {required: true, type: string}
                    note: {type: string, maxLength: 32}
                    count: {type: integer}
                    parts: {type: integer, title: 数量}
                    kind: {enum: [X, Y]}
                    codes: {type: string, list: true}
                    amount: {type: Amount}
                    payer: {fields: {name: {type: string}, id: {type: string}}}
                  response: Order
                """,
                "v3/shop/images.yaml", """
                uri: v3/shop/images
                post:
                  title: 上传
                  body: multipart
                  request:
                    filename: {type: string}
                    hash: {type: string}
                    file: {type: file}
                  response:
                    media_id: {type: string}
                """,
                "v3/shop/orders/{id}.yaml", """
                uri: v3/shop/orders/{id}
                get:
                  title: 查询
                  readOnly: true
                  path: {id: {type: string}}
                  response:
                    state: {type: State}
                    closed: {type: boolean}
                """,
                "v2/shop/pay.yaml", """
                uri: v2/shop/pay
                post:
                  title: 付款
                  request:
                    out_no: {type: string}
                  response:
                    return_code: {type: ReturnCode}
                    order_no: {type: string}
                """,
                "v2/shop/close.yaml", """
                uri: v2/shop/close
                post:
                  title: 关单
                  uncertain: ["*"]
                  errors: [{code: A, advice: a}]
                  request:
                    out_no: {type: string}
                  response:
                    order_no: {type: string}
                """,
                "v2/_types.yaml", "types: {ReturnCode: {enum: [SUCCESS, FAIL]}}\n",
                "notifications/v3/SHOP.PAID.yaml", """
                notification:
                  id: SHOP.PAID
                  protocol: v3
                  title: 已付
                  eventTypes: [SHOP.PAID]
                  resource:
                    out_no: {type: string}
                    amount: {type: integer}
                """,
                "notifications/v2/scanned.yaml", """
                notification:
                  id: scanned
                  protocol: v2
                  title: 扫码
                  recognizedBy: [product_id]
                  body:
                    product_id: {type: string}
                """);
    }
}
