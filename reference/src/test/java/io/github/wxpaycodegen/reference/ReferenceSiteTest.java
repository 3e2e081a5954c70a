package io.github.wxpaycodegen.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceSiteTest {
    private static final String PACKAGE = "com.example.pay";
    private static final String PAGE = "en/v3/shop/orders.post";

    private static final String ORDERS = """
            uri: v3/shop/orders
            post:
              title: 下单 <b>&amp;
              product: 店铺 / 订单
              roles: [直连商户, 服务商]
              updated: "2026-01-31"
              docs:
                - {url: https://pay.weixin.qq.com/doc/v3/merchant/1, role: 直连商户}
              rateLimit: 15/s
              settledBy: v3/shop/orders/{order_no}
              errors:
                - {code: NOT_ENOUGH, status: 403, title: 余额不足, advice: Add money., uncertain: true}
              request:
                order_no: {type: string, required: true, maxLength: 32, title: 单号, example: "A'1"}
                total: {type: integer, required: true, unit: fen, minimum: 1, title: 金额}
                payer:
                  title: 付款人
                  required: true
                  fields:
                    name: {type: string, required: true, encrypted: rsa-pubkey, title: 姓名, example: 张三}
                    kind: {enum: [{value: PERSON, title: 个人}, {value: SHOP, title: 商家}], required: true}
                tags: {type: string, list: true, maxItems: 3}
                channel: {enum: [{value: OLD, title: 旧渠道, deprecated: Use NEW_ONE.}, {value: NEW_ONE}, {value: app-2}], title: 渠道}
              response:
                order_id: {type: string, required: true, title: 平台单号}
            """;
    private static final String ORDER = """
            uri: v3/shop/orders/{order_no}
            get:
              title: 查单
              readOnly: true
              path: {order_no: {type: string, title: 单号, example: A1}}
              response:
                order_id: {type: string, title: 平台单号}
            """;

    private static final String ERRORS = """
            errors:
              - {code: PARAM_ERROR, title: 参数错误, advice: Correct the parameter.}
              - {code: SIGN_ERROR, title: 签名错误, advice: Check the key.}
            """;

    @TempDir
    private Path directory;

    private static SpecFile spec(String path, String yaml) {
        return new SpecFile(path, yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SpecFile> specs() {
        return List.of(
                spec("v3/shop/orders.yaml", ORDERS),
                spec("v3/shop/orders/{order_no}.yaml", ORDER),
                spec("v3/_errors.yaml", ERRORS));
    }

    @Test
    void markdownHasAllFactsOfTheSpec() throws IOException {
        ReferenceSite.write(specs(), PACKAGE, directory);

        assertThat(read(PAGE + ".md"))
                .contains("# 下单 \\<b\\>&amp;", "POST `/v3/shop/orders`", "- Product: 店铺 / 订单")
                .contains("- Roles: Direct merchant 直连商户, Service provider 服务商")
                .contains("- Official page changed on: 2026-01-31", "- Rate limit: 15/s")
                .contains("- `order_no`: string, required; 单号; at most 32 characters; e.g. A'1")
                .contains("- `total`: integer, required; 金额; in fen (0.01 yuan); at least 1")
                .contains("  - `name`: string, required; 姓名; encrypted with the public key; e.g. 张三")
                .contains("    - `PERSON`: 个人", "- `tags`: string\\[\\]; at most 3 elements")
                .contains("- `order_id`: string, always present; 平台单号")
                .contains("- `NOT_ENOUGH`: HTTP 403; 余额不足; Add money.; outcome unknown")
                .contains("- [Errors that all operations share](../../errors.md#v3): `PARAM_ERROR`, `SIGN_ERROR`")
                .contains("\n  - `OLD`: 旧渠道; deprecated: Use NEW\\_ONE.")
                .contains("[查单](../../v3/shop/orders/-order_no-.get.md)")
                .contains("- Direct merchant 直连商户 · v3: <https://pay.weixin.qq.com/doc/v3/merchant/1>");
    }

    /** Their language is that of the page only if nobody translated them, or if they have Chinese characters. */
    @Test
    void descriptionsOfOwnSpecsRemainAsTheyAre() throws IOException {
        String orders = ORDERS.replace("title: 单号,", "title: 单号, description: Mine.,")
                .replace("title: 金额}", "title: 金额, description: 含税。}")
                .replace("updated:", "description: 0 stands for no limit.\n  updated:");
        List<SpecFile> specs = List.of(spec("v3/shop/orders.yaml", orders), specs().get(1));

        assertThat(ReferenceSite.write(specs, PACKAGE, directory).diagnostics()).isEmpty();

        assertThat(read("zh/v3/shop/orders.post.html"))
                .contains("<p class=\"lead\">0 表示无上限。</p>")
                .contains("<p class=\"d\" lang=\"en\">Mine.</p>", "<p class=\"d\">含税。</p>")
                .contains("<span class=\"pill off\" lang=\"en\">Use NEW_ONE.</span>");
        assertThat(read("zh/v3/shop/orders.post.md")).contains("\n0 表示无上限。\n", "; 单号; Mine.; 最多");
        assertThat(read(PAGE + ".html"))
                .contains(
                        "<p class=\"lead\">0 stands for no limit.</p>",
                        "<p class=\"d\">Mine.</p>",
                        "<p class=\"d\">含税。</p>");
    }

    /** A value of a path is a text in Java, and most constants are the values themselves. */
    @Test
    void valueHasItsConstantIfThatDiffers() throws IOException {
        String bills = """
                uri: v3/shop/bills/{kind}
                get:
                  title: 账单
                  readOnly: true
                  path: {kind: {enum: [{value: all-of-it}], example: all-of-it}}
                  response:
                    state: {enum: [{value: NOTPAY, java: NOT_PAY, title: 未支付}, {value: "1.0"}, {value: PAID}]}
                """;
        List<SpecFile> specs = Stream.concat(specs().stream(), Stream.of(spec("v3/shop/bills/{kind}.yaml", bills)))
                .toList();

        assertThat(ReferenceSite.write(specs, PACKAGE, directory).diagnostics()).isEmpty();

        assertThat(read("en/v3/shop/bills/-kind-.get.md"))
                .contains("\n  - `all-of-it`\n")
                .contains("\n  - `NOTPAY` (Java `NOT_PAY`): 未支付\n  - `1.0` (Java `VALUE_1_0`)\n  - `PAID`\n");
        assertThat(read("zh/v3/shop/bills/-kind-.get.html"))
                .contains("<li><code>NOTPAY</code> 未支付 <span class=\"j\">Java <code>NOT_PAY</code></span></li>")
                .contains("<li><code>PAID</code></li>");
        assertThat(read(PAGE + ".md")).contains("\n  - `app-2` (Java `APP_2`)\n");
    }

    /** An operation has a bit for each of its roles, and a notification without roles those of its operations. */
    @Test
    void indexHasTheRolesOfOperationsAndOfTheirNotifications() throws IOException {
        String order = ORDER.replace("  readOnly: true", "  roles: [服务商]\n  readOnly: true");
        String orders = ORDERS.replace("  rateLimit:", "  notifies: [ORDER.PAID]\n  rateLimit:");
        String paid = """
                notification:
                  id: ORDER.PAID
                  protocol: v3
                  eventTypes: [ORDER.PAID]
                  title: 已付款
                  resource:
                    order_no: {type: string}
                """;

        SiteResult result = ReferenceSite.write(
                List.of(
                        spec("v3/shop/orders.yaml", orders),
                        spec("v3/shop/orders/{order_no}.yaml", order),
                        spec("notifications/v3/ORDER.PAID.yaml", paid)),
                PACKAGE,
                directory);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(read("assets/index.js"))
                .contains("\"roles\":[[\"直连商户\",\"Direct merchant\"],[\"服务商\",\"Service provider\"]]")
                .containsPattern("\\[\"v3/shop/orders\\.post\".*,3]")
                .containsPattern("\\[\"v3/shop/orders/-order_no-\\.get\".*,2]")
                .containsPattern("\\[\"notifications/v3/ORDER\\.PAID\".*,3]");
    }

    /** Specs give a code several titles, and operations name codes of the other protocol or with underscores. */
    @Test
    void codeWithoutATitleHasTheMostUsedOne() throws IOException {
        String orders = ORDERS.replace("  settledBy:", "  uncertain: [ORDER_PAID]\n  settledBy:");
        String v2 = """
                uri: v2/pay/%s
                post:
                  title: 支付
                  errors: [{code: ORDERPAID, title: %s}]
                  request:
                    id: {type: string}
                  response:
                    id: {type: string}
                """;
        ReferenceSite.write(
                List.of(
                        spec("v3/shop/orders.yaml", orders),
                        specs().get(1),
                        spec("v2/pay/a.yaml", v2.formatted("a", "过期")),
                        spec("v2/pay/b.yaml", v2.formatted("b", "订单已支付")),
                        spec("v2/pay/c.yaml", v2.formatted("c", "订单已支付"))),
                PACKAGE,
                directory);

        assertThat(read("zh/v3/shop/orders.post.md")).contains("结果同样未知：ORDER\\_PAID（订单已支付）。");
    }

    @Test
    void officialPageIsTitledByRolesAndProtocol() throws IOException {
        String docs = "    - {url: https://pay.weixin.qq.com/doc/v3/merchant/1, role: 直连商户}\n";
        String orders = ORDERS.replace(docs, docs + "    - https://pay.weixin.qq.com/doc/v3/merchant/2\n");
        ReferenceSite.write(List.of(spec("v3/shop/orders.yaml", orders), specs().get(1)), PACKAGE, directory);

        assertThat(read("zh/v3/shop/orders.post.html"))
                .contains("直连商户 · v3</a> <span class=\"soft\">https://pay.weixin.qq.com/doc/v3/merchant/1</span>")
                .contains("直连商户, 服务商 · v3</a>");
    }

    @Test
    void markdownKeepsBackticksWithinCode() throws IOException {
        String notes = """
                uri: v3/shop/notes
                post:
                  title: 备注
                  request:
                    text: {type: string, required: true, example: "a````b"}
                    kind: {enum: [{value: "`A``", java: FIRST}]}
                  response:
                    id: {type: string}
                """;

        SiteResult result = ReferenceSite.write(List.of(spec("v3/shop/notes.yaml", notes)), PACKAGE, directory);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(read("en/v3/shop/notes.post.md"))
                .contains(
                        "\n  - ``` `A`` ``` (Java `FIRST`)\n",
                        "\n`````java\n",
                        "\"a````b\"",
                        "\n`````\n",
                        "POST `/v3/shop/notes`")
                .doesNotContain("\n```java\n");
    }

    @Test
    void codeUsesNamesOfTheClient() throws IOException {
        ReferenceSite.write(specs(), PACKAGE, directory);

        assertThat(read(PAGE + ".md")).contains("""
                        import com.example.pay.WxPay;
                        import com.example.pay.v3.shop.ShopOrdersRequest;
                        import com.example.pay.v3.shop.ShopOrdersResponse;

                        ShopOrdersResponse response = pay.v3().shop().orders(request -> request
                                .orderNo("A'1")
                                .total(1)
                                .payer(payer -> payer
                                        .name("张三")
                                        .kind(ShopOrdersRequest.Payer.Kind.PERSON)));
                        """);
        assertThat(read("en/v3/shop/orders/-order_no-.get.md"))
                .contains("- `order_no`: string, required; 单号; e.g. A1")
                .contains("""
                        String orderNo = "A1";
                        ShopOrdersByNoGetResponse response = pay.v3().shop().orders().orderNo(orderNo).get();
                        """);
    }

    @Test
    void curlQuotesAndEncryptsValues() throws IOException {
        ReferenceSite.write(specs(), PACKAGE, directory);

        assertThat(read(PAGE + ".md"))
                .contains("  \"order_no\": \"A'\\''1\",", "    \"name\": \"'\"$(encrypt '张三')\"'\",")
                .contains("… (encrypted: 张三)");
    }

    @Test
    void htmlEscapesTextsOfSpecs() throws IOException {
        ReferenceSite.write(specs(), PACKAGE, directory);

        assertThat(read(PAGE + ".html"))
                .contains("下单 &lt;b&gt;&amp;amp;")
                .doesNotContain("<b>&")
                .contains("<html lang=\"en\"");
        assertThat(read("zh/v3/shop/orders.post.html"))
                .contains("<html lang=\"zh-CN\"", "必填", "公钥加密", "单位：分", "<h2 id=\"response\">应答")
                .contains("href=\"../../errors.html#v3.PARAM_ERROR\"");
        assertThat(read("assets/index.js")).contains("\\u003cb>").doesNotContain("<b>");
    }

    @Test
    void chinesePagesUseTheTermsOfTheOfficialPages() throws IOException {
        String orders = ORDERS.replace("  settledBy:", "  uncertain: ['*', BUSY]\n  echoes: [order_no]\n  settledBy:")
                .replace("order_id:", "order_no: {type: string, required: true}\n    order_id:");
        ReferenceSite.write(
                List.of(spec("v3/shop/orders.yaml", orders), specs().get(1), specs().get(2)), PACKAGE, directory);

        assertThat(read("zh/v3/shop/orders.post.md"))
                .contains("## 应答", "- 返回未列出处理建议的错误码时，结果未知。", "- 返回以下错误码时，结果未知：NOT\\_ENOUGH。")
                .contains("- 本接口的错误码中没有以下各项，但若返回，结果同样未知：BUSY。")
                .contains("- 应答中的 order\\_no 必须与请求一致，否则视为结果未知。")
                .doesNotContain("响应");
    }

    @Test
    void timeoutComesBeforeTheCodesAndSettleIsShown() throws IOException {
        ReferenceSite.write(specs(), PACKAGE, directory);

        assertThat(read("zh/v3/shop/orders.post.md"))
                .containsSubsequence(
                        "- 超时或连接中断后结果未知：",
                        "WxPayException",
                        "Outcome.UNKNOWN",
                        "- 返回以下错误码时，结果未知：",
                        "- 结果未知时，捕获这个异常并调用 settle()");
        assertThat(read(PAGE + ".md"))
                .containsSubsequence(
                        "- After a timeout or a broken connection the outcome is unknown",
                        "- The outcome is unknown after NOT\\_ENOUGH.",
                        "- If the outcome is unknown, catch this exception and call its settle()")
                .containsSubsequence(
                        "## Settle\n",
                        "} catch (WxPayException e) {\n    if (!e.canSettle()) {\n        throw e;\n",
                        "SettlingResponse found = e.settle();",
                        "e.addSuppressed(query);\n        throw e;");
        assertThat(read("en/v3/shop/orders/-order_no-.get.md")).doesNotContain("After a timeout", "## Settle");
    }

    @Test
    void startPageNamesTheClientOfTheProject() throws IOException {
        ReferenceSite.write(specs(), PACKAGE, directory);

        assertThat(read("en/start.md"))
                .contains(
                        "<artifactId>wxpay-runtime</artifactId>",
                        "import com.example.pay.WxPay;",
                        "WxPay.create(config)");
        assertThat(read(PAGE + ".html")).contains("href=\"../../start.html\"");
        assertThat(read("zh/index.html")).contains("<a href=\"start.html\">开始使用</a>");
    }

    @Test
    void linksToOfficialPagesOfARoleDiffer() throws IOException {
        String docs = "    - {url: https://pay.weixin.qq.com/doc/v3/merchant/1, role: 直连商户}\n";
        String orders = ORDERS.replace(docs, docs + docs.replace("/1,", "/2,"));
        ReferenceSite.write(List.of(spec("v3/shop/orders.yaml", orders), specs().get(1)), PACKAGE, directory);

        assertThat(read("zh/v3/shop/orders.post.html")).contains("直连商户 · v3 · 1</a>", "直连商户 · v3 · 2</a>");
    }

    @Test
    void writesTheSameFilesEachTime() throws IOException {
        SiteResult first = ReferenceSite.write(specs(), PACKAGE, directory.resolve("a"));
        SiteResult again = ReferenceSite.write(specs(), PACKAGE, directory.resolve("a"));
        ReferenceSite.write(List.of(specs().get(2), specs().get(1), specs().get(0)), PACKAGE, directory.resolve("b"));

        assertThat(again.written()).isEmpty();
        assertThat(again.unchanged()).hasSameSizeAs(first.written());
        assertThat(contents(directory.resolve("b"))).isEqualTo(contents(directory.resolve("a")));
    }

    @Test
    void deletesPagesOfRemovedSpecsAndNothingElse() throws IOException {
        ReferenceSite.write(specs(), PACKAGE, directory);
        Files.writeString(directory.resolve("CNAME"), "docs.example.com");

        SiteResult result =
                ReferenceSite.write(List.of(spec("v3/shop/orders/{order_no}.yaml", ORDER)), PACKAGE, directory);

        assertThat(result.deleted()).contains(directory.resolve(PAGE + ".html"), directory.resolve(PAGE + ".md"));
        assertThat(directory.resolve(PAGE + ".html")).doesNotExist();
        assertThat(directory.resolve("CNAME")).exists();
    }

    @Test
    void writesNothingIfSpecsHaveErrors() throws IOException {
        SiteResult result = ReferenceSite.write(List.of(spec("v3/shop/orders.yaml", "post: {}")), PACKAGE, directory);

        assertThat(result.succeeded()).isFalse();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void rejectsWrongPackage() {
        assertThatThrownBy(() -> ReferenceSite.write(specs(), "com.example.", directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("basePackage must be the name of a Java package: com.example.");
    }

    private String read(String path) throws IOException {
        return Files.readString(directory.resolve(path));
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
