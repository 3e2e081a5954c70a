package io.github.wxpaycodegen.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.wxpaycodegen.testsupport.Browser;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The site of all bundled specs in headless Chromium, one browser at a time. Pictures of it are in {@code target/screenshots}. */
@Execution(ExecutionMode.SAME_THREAD)
class SiteInBrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String ENTER = "\uE007";
    private static final String ESCAPE = "\uE00C";
    private static final String DOWN = "\uE015";
    private static final String UP = "\uE013";
    private static final String RIGHT = "\uE014";
    private static final String END = "\uE010";
    private static final String HOME = "\uE011";
    private static final String TAB = "\uE004";
    private static final String SHIFT = "\uE008";
    private static final String ORDER = "v3/pay/transactions/jsapi.post.html";
    private static final String CLEAR = "document.getElementById('q').value = '';";

    // The browser writes to its profile until its last process has ended.
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @BeforeEach
    void requireBrowser() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(Browser.isInstalled())
                    .as("chromium and chromedriver must be installed in CI: apt-get install chromium chromium-driver")
                    .isTrue();
        }
        assumeTrue(Browser.isInstalled(), "no chromium and chromedriver on the PATH: the site is not tested");
    }

    @Test
    void searchFindsByEveryKindOfName() throws Exception {
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/index.html"), 1280, 900, false);

            assertThat(search(browser, "申请退款")).first().asString().startsWith("申请退款\nPOST /v3/refund/domestic/refunds");
            assertThat(search(browser, "jsapi下单")).first().asString().contains("/v3/pay/transactions/jsapi");
            assertThat(search(browser, "合单")).isNotEmpty().allMatch(result -> result.contains("合单"));
            assertThat(search(browser, "/v3/pay/transactions/native"))
                    .first()
                    .asString()
                    .contains("POST /v3/pay/transactions/native");
            assertThat(search(browser, "/v3/pay/transactions/id/4200000001"))
                    .first()
                    .asString()
                    .contains("/v3/pay/transactions/id/{transaction_id}");
            assertThat(search(browser, "amount.payer_total 查询")).isNotEmpty();
            assertThat(search(browser, "payer_client_ip")).first().asString().contains("字段 ", "payer_client_ip");
            assertThat(search(browser, "pay.v3().profitSharing().orders().unfreeze(request)"))
                    .first()
                    .asString()
                    .contains("/v3/profitsharing/orders/unfreeze");
            assertThat(search(browser, "TransactionsNativeRequest"))
                    .first()
                    .asString()
                    .contains("/transactions/native");
            assertThat(search(browser, "OUT_TRADE_NO_USED")).first().asString().contains("错误码 ", "OUT_TRADE_NO_USED");
            assertThat(search(browser, "268443699")).first().asString().contains("签名错误");
            assertThat(search(browser, "查询退款单笔")).first().asString().contains("查询单笔退款");
            assertThat(search(browser, "TRANSACTION.SUCCESS"))
                    .first()
                    .asString()
                    .contains("通知");
            assertThat(search(browser, "没有这样的东西")).isEmpty();
            assertThat(browser.texts(".search .status")).containsExactly("没有结果：换一个更短的词试试。");
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    @Test
    void searchInEnglishFindsChineseTitles() throws Exception {
        try (Browser browser = Browser.start(directory, "en")) {
            browser.open(page("en/index.html"), 1280, 900, false);

            assertThat(search(browser, "refund")).first().asString().contains("退款");
            assertThat(search(browser, "profit sharing unfreeze"))
                    .first()
                    .asString()
                    .contains("/unfreeze");
            assertThat(search(browser, "download bill")).isNotEmpty();
            assertThat(search(browser, "transfer query")).first().asString().contains("GET", "转账");
            assertThat(browser.texts(".search .status").get(0)).contains(" results");
        }
    }

    /** People read the first result: of several products with the same word in their titles, the one that most merchants use. */
    @Test
    void mostUsedOperationComesFirst() throws Exception {
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/index.html"), 1280, 900, false);

            assertThat(search(browser, "退款")).first().asString().startsWith("申请退款\nPOST /v3/refund/domestic/refunds");
            assertThat(search(browser, "分账")).first().asString().startsWith("请求分账\nPOST /v3/profitsharing/orders");
            assertThat(search(browser, "转账"))
                    .first()
                    .asString()
                    .startsWith("发起转账\nPOST /v3/fund-app/mch-transfer/transfer-bills");
        }
    }

    /** Queries as merchants type them: product and everyday names, English, pasted addresses, other characters. */
    @Test
    void everydayQueryHasItsOperationFirst() throws Exception {
        Map<String, List<String>> queries = Map.ofEntries(
                Map.entry(
                        "POST /v3/fund-app/mch-transfer/transfer-bills",
                        List.of("商家转账", "商家转账到零钱", "商家转账 发起", "商家 转账 发起", "transfer to user", "zhuanzhang")),
                Map.entry("POST /v3/applyment4sub/applyment/", List.of("特约商户进件", "商户进件", "特约商户 进件")),
                Map.entry("POST /v3/pay/transactions/codepay", List.of("刷卡支付")),
                Map.entry("POST /mmpaymkttransfers/sendredpack", List.of("现金红包")),
                Map.entry("POST /v3/merchant/media/upload", List.of("图片上传", "上传图片", "进件 图片")),
                Map.entry("POST /v3/new-tax-control-fapiao/fapiao-applications", List.of("开票", "电子发票 开票")),
                Map.entry("POST /v3/pay/transactions/h5", List.of("H5支付", "Ｈ５支付", "create order")),
                Map.entry("POST /v3/pay/transactions/app", List.of("APP支付")),
                Map.entry(
                        "POST /v3/pay/transactions/native",
                        List.of(
                                "Native支付",
                                "create native order",
                                "native payment",
                                "native order",
                                "https://api.mch.weixin.qq.com/v3/pay/transactions/native?from=page#top")),
                Map.entry(
                        "POST /v3/pay/transactions/jsapi",
                        List.of(
                                "JSAPI支付",
                                "公众号支付",
                                "小程序支付",
                                "4012791856",
                                "https://pay.weixin.qq.com/doc/v3/merchant/4012791856",
                                "jsapixiadan",
                                "JSAPI")),
                Map.entry("GET /v3/pay/transactions/out-trade-no/{out_trade_no}", List.of("查询订单", "查单", "查詢訂單")),
                Map.entry("GET /v3/refund/domestic/refunds/{out_refund_no}", List.of("查询退款")),
                Map.entry(
                        "POST /v3/refund/domestic/refunds",
                        List.of(
                                "申请退款 没有这样的东西",
                                "申請退款",
                                "微信退款接口",
                                "部分退款",
                                "退款怎么申请",
                                "服务商 退款",
                                "refunds",
                                "tuikuan",
                                "tuik",
                                "tui",
                                "tk",
                                "shenqing tuikuan",
                                "sqtk")),
                Map.entry("POST /v3/profitsharing/orders", List.of("分账", "fenzhang", "fz")),
                Map.entry(
                        "POST /pay/downloadfundflow",
                        List.of("https://pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_18")),
                Map.entry(
                        "POST /v3/discount-card/cards",
                        List.of("pay.weixin.qq.com/wiki/doc/apiv3/wxpay/discount-card/chapter3_1.shtml#top")),
                Map.entry("通知 REFUND.SUCCESS", List.of("退款通知", "退款回调", "refund callback", "refund notifications")),
                Map.entry("通知 TRANSACTION.SUCCESS", List.of("支付通知", "支付回调", "支付成功回调", "payment callback")),
                Map.entry("GET /v3/certificates", List.of("平台证书")),
                Map.entry("GET /v3/pay/transactions/id/{transaction_id}", List.of("微信订单号查询订单")),
                Map.entry("POST /v3/papay/pay/transactions/apply", List.of("申请扣款", "委托代扣 申请扣款")),
                Map.entry("GET /v3/bill/tradebill", List.of("下载账单", "对账单", "transaction bill")),
                Map.entry("POST /v3/merchant-service/complaints-v2/{complaint_id}/response", List.of("投诉 回复")));
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/index.html"), 1280, 900, false);
            search(browser, "退款");

            queries.forEach((expected, all) -> all.forEach(
                    query -> assertThat(firstResult(browser, query)).as(query).startsWith(expected + " ·")));
            assertThat(firstResult(browser, "getPayerTotal()")).endsWith("字段 amount.payer_total");
            assertThat(firstResult(browser, "out-trade-no-used")).endsWith("错误码 OUT_TRADE_NO_USED");
            assertThat(firstResult(browser, "orderquery")).contains("POST /pay/orderquery");
            assertThat(browser.texts("#results > a:first-child .pill")).containsExactly("v2");
            assertThat(firstResult(browser, "退款" + " ".repeat(198) + "转账")).contains("POST /v3/refund");
            assertThat(browser.texts(".search .status").get(0)).contains("个结果");
            assertThat(firstResult(browser, "优惠标记")).contains("字段 goods_tag ");
            assertThat(firstResult(browser, "商户订单号重复")).contains("OUT_TRADE_NO_USED");
            assertThat(firstResult(browser, "分帐")).contains("POST /v3/profitsharing/orders");
            assertThat(firstResult(browser, "notify url")).endsWith("字段 notify_url");
            assertThat(firstResult(browser, "payer client ip")).endsWith("字段 scene_info.payer_client_ip");
            assertThat(firstResult(browser, "sign error")).startsWith("错误码 SIGN_ERROR");
            assertThat(firstResult(browser, "out_trade_no重复")).contains("out_trade_no");
            assertThat(browser.texts(".search .status").get(0)).startsWith("按“out_trade_no 重复”搜索：");
            assertThat(firstResult(browser, "refnud bill")).contains("refunds/bill");
            assertThat(browser.texts(".search .status").get(0)).startsWith("按“refund bill”搜索：");
            assertThat(firstResult(browser, "支付")).isNotEmpty();
            assertThat(browser.texts(".search .status").get(0)).endsWith("，显示前 40 个");
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    /** Each name in the table is one by which its page is first, and without the table another is. */
    @Test
    void everydayNamesAreNeededToFindTheirPages() throws Exception {
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/index.html"), 1280, 900, false);
            search(browser, "退款");
            String firstOf =
                    "const first = (engine, name) => (engine.find(name, 1).hits[0] || {page: {path: ''}}).page.path;";
            String lists = browser.run("return new Promise(done => { wxpayReference.load = data => {" + firstOf
                            + " const known = 8;"
                            + " const pages = data.pages.map(page => page.map((part, i) => (i === known ? [] : part)));"
                            + " const full = wxpaySearch(data); const bare = wxpaySearch({...data, pages});"
                            + " const all = data.pages.flatMap(page => page[known].map(name => [page[0], name]));"
                            + " const lost = all.filter(([path, name]) => first(full, name) !== path);"
                            + " const idle = all.filter(([path, name]) => first(bare, name) === path);"
                            + " done([all.length > 30, lost.join(), idle.join()].join(' ')); };"
                            + " const script = document.createElement('script'); script.src = '../assets/index.js';"
                            + " document.head.append(script); })")
                    .asString();

            assertThat(lists).isEqualTo("true  ");
        }
    }

    /** Most addresses end with a number; the search finds the others by their path, and the chapter in their query. */
    @Test
    void everyOfficialAddressFindsItsOperations() throws Exception {
        JsonNode operations = JsonMapper.shared()
                .readTree(Files.readString(BundledSite.directory().resolve("operations.json")));
        List<List<String>> wanted = Stream.of("operations", "notifications")
                .flatMap(kind -> operations.get(kind).valueStream())
                .flatMap(entry -> entry.path("docs")
                        .valueStream()
                        .map(JsonNode::asString)
                        .filter(url -> !url.matches(".*/[0-9]{6,}"))
                        .map(url -> List.of(url, entry.at("/pages/zh-CN").asString())))
                .toList();
        assertThat(wanted).hasSizeGreaterThan(100);
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/index.html"), 1280, 900, false);
            search(browser, "退款");

            String missing = browser.run("return " + JsonMapper.shared().writeValueAsString(wanted)
                            + ".filter(([url, page]) => { q.value = url; q.dispatchEvent(new Event('input'));"
                            + " return ![...document.querySelectorAll('#results > a')].some(each => each.href.endsWith(page)); })"
                            + ".join('\\n')")
                    .asString();

            assertThat(missing).isEmpty();
        }
    }

    /** A value is found in the fields that have it, below fields and errors of that name, and its list is opened. */
    @Test
    void valueFindsTheFieldsThatHaveIt() throws Exception {
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/index.html"), 1280, 900, false);
            search(browser, "退款");

            assertThat(firstResult(browser, "NOTPAY")).endsWith("字段 trade_state 取值 NOTPAY");
            assertThat(firstResult(browser, "REFUND_SUCCESS")).endsWith("字段 action_type 取值 REFUND_SUCCESS");
            assertThat(firstResult(browser, "mch_complete")).endsWith("取值 MCH_COMPLETE");
            assertThat(firstResult(browser, "查询 退款 PROCESSING"))
                    .startsWith("GET /v3/refund/domestic/refunds/")
                    .endsWith("字段 status 取值 PROCESSING");
            assertThat(firstResult(browser, "USERPAYING")).endsWith("错误码 USERPAYING");
            assertThat(firstResult(browser, "trade_state")).endsWith("字段 trade_state");
            assertThat(search(browser, "CLOSED")).anyMatch(result -> result.contains("字段 trade_state 取值 CLOSED"));

            search(browser, "NOTPAY");
            browser.click("#results a");
            browser.await("return document.querySelector('.found > details.v[open] li') !== null");
            assertThat(browser.texts(".found > .f code").get(0)).isEqualTo("trade_state");
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    @Test
    void filterKeepsResultsOfVersionsAndRolesForTheVisit() throws Exception {
        String all = "[...document.querySelectorAll('#results > a')]";
        String count = "return Number(document.querySelector('.search .status').textContent.match(/[0-9]+/)[0])";
        String place = "const {top, height} = document.querySelector('.filter').getBoundingClientRect();"
                + " return top + ' ' + height + ' ' + document.querySelector('.filter').textContent";
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/index.html"), 1280, 900, false);
            search(browser, "退款");
            int unfiltered = browser.run(count).asInt();
            String before = browser.run(place).asString();
            assertThat(browser.texts(".filter button"))
                    .containsExactly("v3", "v2", "直连商户", "服务商", "电商平台", "渠道商", "从业机构", "品牌", "银行");

            browser.click(".filter [data-key=v2]");
            int old = browser.run(count).asInt();
            assertThat(old).isBetween(1, unfiltered - 1);
            assertThat(browser.texts(".search .status").get(0)).contains("筛选隐藏了 " + (unfiltered - old) + " 个");
            assertThat(browser.run("const all = " + all
                                    + "; return all.length > 0 && all.every(each => each.textContent.includes('v2'))")
                            .asBoolean())
                    .isTrue();
            assertThat(browser.run(place).asString()).isEqualTo(before);
            assertThat(browser.run("return document.activeElement.id").asString())
                    .isEqualTo("q");

            browser.click(".filter [data-key=从业机构]");
            int both = browser.run(count).asInt();
            assertThat(both).isBetween(1, old - 1);
            browser.open(page("en/" + ORDER), 1280, 900, false);
            search(browser, "退款");
            assertThat(browser.texts(".filter [aria-pressed=true]")).containsExactly("v2", "Institution");
            assertThat(browser.run(count).asInt()).isEqualTo(both);
            search(browser, "v3/profitsharing/orders/unfreeze");
            assertThat(browser.texts("#results > a")).isEmpty();
            assertThat(browser.texts(".search .status").get(0)).startsWith("The filter hides ");
            browser.click(".filter [data-key=v2]");
            browser.click(".filter [data-key=从业机构]");
            assertThat(browser.texts("#results > a")).isNotEmpty();
            search(browser, "退款");
            assertThat(browser.run(count).asInt()).isEqualTo(unfiltered);
            assertThat(browser.consoleProblems()).isEmpty();
        }
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/index.html"), 1280, 900, false);
            search(browser, "退款");
            assertThat(browser.texts(".filter [aria-pressed=true]")).isEmpty();
        }
    }

    @Test
    void keyboardReachesTheFilterAndReturns() throws Exception {
        String active = "document.activeElement.textContent";
        try (Browser browser = Browser.start(directory, "en")) {
            browser.open(page("en/" + ORDER), 1280, 900, false);
            search(browser, "refund");
            browser.press(TAB);
            browser.await("return " + active + " === 'v3'");
            browser.press(RIGHT);
            browser.await("return " + active + " === 'v2'");
            browser.press(END);
            browser.await("return " + active + " === 'Bank'");
            browser.press(RIGHT + RIGHT);
            browser.await("return " + active + " === 'v2'");
            browser.press(" ");
            browser.await("return document.activeElement.getAttribute('aria-pressed') === 'true'"
                    + " && document.querySelector('.search .status').textContent.includes('hidden by the filter')");
            assertThat(browser.run("return " + active).asString()).isEqualTo("v2");

            browser.press(ESCAPE);
            browser.await("return document.activeElement.id === 'q' && !document.querySelector('.panel').hidden");
            browser.press(TAB);
            browser.await("return " + active + " === 'v2'");
            browser.press(TAB);
            browser.await("return document.querySelector('.panel').hidden"
                    + " && !document.activeElement.closest('.search')");
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    @Test
    void resultsScrollWithinALowWindow() throws Exception {
        record Window(String path, int width, int height) {}
        List<Window> windows = List.of(
                new Window("zh/index.html", 1280, 640),
                new Window("zh/index.html", 1280, 420),
                new Window("en/index.html", 390, 480),
                new Window("en/" + ORDER, 1280, 420),
                new Window("zh/" + ORDER, 390, 480));
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            for (Window window : windows) {
                browser.open(page(window.path()), window.width(), window.height(), false);
                search(browser, "退款");
                browser.run("q.focus(); return 0");
                browser.press(UP);
                browser.await("return q.getAttribute('aria-activedescendant') === 'result-39'");
                String inside = "const view = innerHeight; const seen = each => {"
                        + " const {top, bottom} = each.getBoundingClientRect(); return top >= 0 && bottom <= view; };"
                        + " const all = document.querySelectorAll('.panel, .filter, #q, #result-39, .status');"
                        + " return [...all].every(seen)"
                        + " && results.clientHeight >= 80 && results.scrollHeight > results.clientHeight";
                browser.await(inside);
            }
        }
    }

    @Test
    void descriptionsStandBelowTheirHeadings() throws Exception {
        try (Browser browser = Browser.start(directory, "en")) {
            browser.open(page("en/errors.html"), 1440, 900, false);

            assertThat(browser.run(
                                    "const left = selector => document.querySelector(selector).getBoundingClientRect().left;"
                                            + " return left('.lead') - left('h1')")
                            .asDouble())
                    .isZero();
        }
    }

    @Test
    void composingDoesNotSearchAndBackRestoresTheQuery() throws Exception {
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/" + ORDER), 1280, 900, false);
            search(browser, "退款");
            String text = "const input = document.getElementById('q');";
            String first = "document.querySelector('#results > a .title').textContent";
            assertThat(browser.run(text + " input.value = 'fenzhang';"
                                    + " input.dispatchEvent(new InputEvent('input', {isComposing: true})); return "
                                    + first)
                            .asString())
                    .isEqualTo("申请退款");
            assertThat(browser.run(text
                                    + " input.value = '分账'; input.dispatchEvent(new CompositionEvent('compositionend'));"
                                    + " return " + first)
                            .asString())
                    .isEqualTo("请求分账");

            browser.press(ESCAPE);
            assertThat(browser.run("return document.querySelector('.panel').hidden + q.value")
                            .asString())
                    .isEqualTo("true分账");
            browser.press(ESCAPE);
            assertThat(browser.run("return q.value").asString()).isEmpty();

            search(browser, "分账");
            // Back by the driver: history.back() may skip a page that no user has touched.
            String next = browser.run(
                            "document.addEventListener('click', event => event.preventDefault(), {once: true});"
                                    + " const link = document.querySelector('#results > a'); link.click(); return link.href")
                    .asString();
            browser.open(URI.create(next), 1280, 900, false);
            browser.await("return document.querySelector('h1').textContent === '请求分账'");
            browser.back();
            browser.await("return document.querySelector('h1').textContent.startsWith('JSAPI下单')"
                    + " && document.querySelector('#results > a') !== null");
            assertThat(browser.run("return q.value").asString()).isEqualTo("分账");

            browser.await("return document.activeElement.id === 'q'");
            browser.press(ESCAPE);
            browser.press(ESCAPE);
            assertThat(browser.run("return document.querySelector('.panel').hidden + q.value")
                            .asString())
                    .isEqualTo("true");
            browser.open(page("zh/index.html"), 1280, 900, false);
            browser.back();
            browser.await("return document.querySelector('h1').textContent.startsWith('JSAPI下单')");
            assertThat(browser.run("return document.querySelector('.panel').hidden + q.value")
                            .asString())
                    .as("a query that was cleared")
                    .isEqualTo("true");
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    /** Code is copied in part: with any name of the client, and ends within its arguments. */
    @Test
    void searchFindsByLineOfCode() throws Exception {
        Map<String, String> calls = Map.of(
                "wxPay.v3().pay().transactions().jsapi(", "POST /v3/pay/transactions/jsapi",
                "var order = this.wxPay.v3().pay().transactions().jsapi(request -> request.description(\"a (b\")",
                        "POST /v3/pay/transactions/jsapi",
                "client.v3().pay().transactions().jsapiAsync(request).join()", "POST /v3/pay/transactions/jsapi",
                "pay.v3().pay().transactions().outTradeNo(order.no(1)).get(",
                        "GET /v3/pay/transactions/out-trade-no/{out_trade_no}",
                "pay.v2().pay().orderQuery(", "POST /pay/orderquery",
                "transactions().jsapi(", "POST /v3/pay/transactions/jsapi");
        try (Browser browser = Browser.start(directory, "en")) {
            browser.open(page("en/index.html"), 1280, 900, false);

            for (Map.Entry<String, String> call : calls.entrySet()) {
                assertThat(search(browser, call.getKey()))
                        .as(call.getKey())
                        .first()
                        .asString()
                        .contains("\n" + call.getValue() + " ·");
            }
        }
    }

    @Test
    void malformedFragmentLeavesThePageAtWork() throws Exception {
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(URI.create(page("zh/" + ORDER) + "#%FF"), 1280, 900, false);
            assertThat(search(browser, "申请退款")).isNotEmpty();
            browser.run("location.hash = '%'; window.isOld = true; location.reload(); return 0");
            browser.await("return !window.isOld && document.readyState === 'complete' && location.hash === '#%'");

            assertThat(search(browser, "申请退款")).isNotEmpty();
            assertThat(browser.texts("[role=tab]")).isNotEmpty();
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    /** The first result must be there within a second, including the time to load the index of all operations. */
    @Test
    void firstResultAppearsWithinASecondOfWork() throws Exception {
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/" + ORDER), 1280, 900, false);
            int milliseconds = browser.run("return new Promise(done => {"
                            + " const input = document.getElementById('q');"
                            + " const began = performance.now();"
                            + " new MutationObserver(() => { if (document.querySelector('#results > a')) {"
                            + " done(Math.round(performance.now() - began)); } })"
                            + " .observe(document.getElementById('results'), {childList: true});"
                            + " input.value = '退款'; input.dispatchEvent(new Event('input')); })")
                    .asInt();
            Files.createDirectories(PICTURES);
            Files.writeString(PICTURES.resolve("first-result.txt"), milliseconds + " ms\n");
            // The promise is a second; a loaded machine gets more, so that the test does not depend on its speed.
            assertThat(milliseconds).isLessThan(10_000);
            assertThat(browser.texts("#results > a")).hasSize(40);
        }
    }

    @Test
    void keyboardSearchesChoosesAndLeaves() throws Exception {
        try (Browser browser = Browser.start(directory, "en")) {
            browser.open(page("en/" + ORDER), 1280, 900, false);
            browser.press("/");
            browser.await("return document.activeElement.id === 'q'");
            browser.press("out_trade_no 关闭订单");
            browser.await("return document.querySelectorAll('#results > a').length > 1");
            browser.press(DOWN);
            String chosen = "return document.getElementById('q').getAttribute('aria-activedescendant')";
            assertThat(browser.run(chosen).asString()).isEqualTo("result-1");
            browser.press(ESCAPE);
            browser.await("return document.querySelector('.panel').hidden");

            browser.press("/");
            browser.run(CLEAR + "return 0");
            browser.press("payer_client_ip h5");
            browser.await("return document.querySelector('#results > a .why') !== null");
            browser.press(ENTER);
            browser.await("return document.querySelector('.found') !== null");
            assertThat(browser.texts(".found > .f code").get(0)).isEqualTo("payer_client_ip");
            assertThat(browser.run("return document.querySelector('.found').getBoundingClientRect().top < innerHeight")
                            .asBoolean())
                    .isTrue();
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    @Test
    void tabsShowCodeAndRemainChosen() throws Exception {
        try (Browser browser = Browser.start(directory, "en")) {
            browser.open(page("en/" + ORDER), 1280, 900, false);
            assertThat(browser.texts("[role=tab]"))
                    .containsExactly("Java", "Async", "Spring", "Settle", "HTTP", "curl");
            browser.click("#tab-spring");
            assertThat(browser.texts(".snippet:not([hidden]) code").get(0)).contains("@Service");
            assertThat(browser.run("return document.querySelectorAll('.tok-key').length > 3")
                            .asBoolean())
                    .isTrue();

            browser.click(".shared a");
            browser.await("return document.querySelector('#v3\\\\.PARAM_ERROR') !== null");
            browser.open(page("en/v3/refund/domestic/refunds.post.html"), 1280, 900, false);
            assertThat(browser.texts("[aria-selected=true]")).contains("Spring");
            browser.click("#language");
            browser.await("return document.documentElement.lang === 'zh-CN'");
            assertThat(browser.texts("h1")).containsExactly("申请退款");
            browser.click("#theme");
            assertThat(browser.run("return document.documentElement.dataset.theme")
                            .asString())
                    .isEqualTo("dark");
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    /** Arrow keys, Home and End choose a tab; Tab goes to its code, which comes before the many links of the fields. */
    @Test
    void keyboardMovesBetweenTabsAndIntoTheirCode() throws Exception {
        String chosen = "return document.activeElement.getAttribute('aria-selected') === 'true'"
                + " && document.getElementById(document.activeElement.getAttribute('aria-controls')).hidden === false"
                + " && document.activeElement.textContent === ";
        try (Browser browser = Browser.start(directory, "en")) {
            for (int width : List.of(1280, 390)) {
                browser.open(page("en/" + ORDER), width, 900, false);
                browser.run("[...document.querySelectorAll('.chips a')].pop().focus(); return 0");
                browser.press(TAB);
                browser.await(chosen + "'Java'");
                browser.press(RIGHT);
                browser.await(chosen + "'Async'");
                browser.press(END);
                browser.await(chosen + "'curl'");
                browser.press(RIGHT);
                browser.await(chosen + "'Java'");
                browser.press(END);
                browser.press(HOME);
                browser.await(chosen + "'Java'");
                browser.press(TAB);
                browser.await("return document.activeElement.matches('#code-java pre')");
                browser.press(SHIFT + TAB);
                browser.await(chosen + "'Java'");
            }
        }
    }

    /** A server may forbid everything that is not a file of the site. */
    @Test
    void worksUnderAStrictContentSecurityPolicy() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/docs/", exchange -> {
            Path file = BundledSite.directory()
                    .resolve(exchange.getRequestURI().getPath().substring("/docs/".length()))
                    .normalize();
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'");
            exchange.getResponseHeaders().set("Content-Type", type(file));
            exchange.sendResponseHeaders(200, content.length);
            try (var body = exchange.getResponseBody()) {
                body.write(content);
            }
        });
        server.start();
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            URI root = URI.create("http://localhost:" + server.getAddress().getPort() + "/docs/index.html");
            browser.open(root, 1280, 900, false);
            browser.await("return location.pathname === '/docs/zh/index.html'");
            assertThat(search(browser, "转账")).isNotEmpty();
            browser.click("#results a");
            browser.await("return document.querySelectorAll('.fields li').length > 0");
            assertThat(browser.consoleProblems()).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void jumpLinksLeadToEverySectionOfThePage() throws Exception {
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/" + ORDER), 1280, 900, false);

            assertThat(browser.texts(".chips a")).contains("请求体", "应答", "结果与重试", "随后的通知", "错误码", "代码");
            browser.click(".chips a[href='#errors']");
            browser.await("return location.hash === '#errors'"
                    + " && document.getElementById('errors').getBoundingClientRect().top < innerHeight");
        }
    }

    @Test
    void copyButtonOfAPhoneCoversNoCode() throws Exception {
        try (Browser browser = Browser.start(directory, "zh-CN")) {
            browser.open(page("zh/" + ORDER), 390, 844, false);

            assertThat(browser.run("const shown = document.querySelector('.snippet:not([hidden])');"
                                    + " return shown.querySelector('.copy').getBoundingClientRect().bottom"
                                    + " <= shown.querySelector('pre').getBoundingClientRect().top")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void isAccessibleAndFitsEveryWindow() throws Exception {
        record Look(String name, String path, int width, int height, boolean dark, String query) {}
        List<Look> looks = List.of(
                new Look("home-zh", "zh/index.html", 1440, 1000, false, ""),
                new Look("home-en-dark", "en/index.html", 1440, 1000, true, ""),
                new Look("search-zh", "zh/index.html", 1440, 1000, false, "退款"),
                new Look("search-en-dark", "en/" + ORDER, 1440, 1000, true, "transfer query"),
                new Look("operation-zh", "zh/" + ORDER, 1440, 1400, false, ""),
                new Look("operation-en-dark", "en/v3/profitsharing/orders.post.html", 1440, 1400, true, ""),
                new Look("operation-v2-zh", "zh/v2/secapi/pay/refund.post.html", 1440, 1400, false, ""),
                new Look("deprecated-en", "en/v3/transfer/batches.post.html", 1440, 1200, false, ""),
                new Look("notification-zh", "zh/notifications/v3/TRANSACTION.SUCCESS.html", 1440, 1200, false, ""),
                new Look("start-zh", "zh/start.html", 1440, 1200, false, ""),
                new Look("phone-start-en-dark", "en/start.html", 390, 844, true, ""),
                new Look("errors-en", "en/errors.html", 1440, 1000, false, ""),
                new Look("role-zh", "zh/roles/ecommerce-platform.html", 1440, 1000, false, ""),
                new Look("phone-home-zh", "zh/index.html", 390, 844, false, ""),
                new Look("phone-search-zh-dark", "zh/" + ORDER, 390, 844, true, "分账"),
                new Look("phone-operation-en", "en/v3/profitsharing/orders.post.html", 390, 844, false, ""),
                new Look("tablet-operation-zh", "zh/" + ORDER, 820, 1180, false, ""));
        String axe = axe();
        try (Browser browser = Browser.start(directory, "en")) {
            for (Look look : looks) {
                browser.open(page(look.path()), look.width(), look.height(), look.dark());
                if (!look.query().isEmpty()) {
                    search(browser, look.query());
                    browser.run("const chip = document.querySelector('.filter [aria-pressed=false]');"
                            + " chip.click(); return 0");
                }
                browser.screenshot(PICTURES.resolve(look.name() + ".png"));
                assertThat(browser.consoleProblems()).as(look.name()).isEmpty();
                browser.run(axe);
                assertThat(browser.run("return axe.run(document).then(results => results.violations.map(each =>"
                                        + " each.id + ': ' + each.nodes.slice(0, 3).map(node => node.html"
                                        + " + node.failureSummary).join()).join('\\n'))")
                                .asString())
                        .as(look.name())
                        .isEmpty();
                assertThat(browser.run("return document.documentElement.scrollWidth")
                                .asInt())
                        .as(look.name())
                        .isLessThanOrEqualTo(look.width());
                // The checker reads style sheets, which a page of a directory may not: that is not a problem of the
                // page.
                browser.consoleProblems();
            }
        }
    }

    private static List<String> search(Browser browser, String query) throws Exception {
        browser.run("const input = document.getElementById('q'); input.focus(); input.value = " + "'"
                + query.replace("'", "\\'") + "'; input.dispatchEvent(new Event('input')); return 0");
        browser.await("return !document.querySelector('.panel').hidden"
                + " && /[0-9]|没有结果|Nothing/.test(document.querySelector('.search .status').textContent)");
        return browser.texts("#results > a");
    }

    /** Searches once the index is loaded, and returns the first result without its title; much faster than reading all results. */
    private static String firstResult(Browser browser, String query) {
        try {
            return browser.run("const input = document.getElementById('q'); input.value = '" + query + "';"
                            + " input.dispatchEvent(new Event('input'));"
                            + " return [...document.querySelectorAll('#results > a:first-child > :not(.title)')]"
                            + ".map(each => each.textContent).join(' ')")
                    .asString();
        } catch (Exception e) {
            throw new AssertionError(query, e);
        }
    }

    private static URI page(String path) {
        return BundledSite.directory().resolve(path).toUri();
    }

    private static String type(Path file) {
        Map<String, String> types = Map.of(
                "html", "text/html; charset=utf-8",
                "css", "text/css",
                "js", "text/javascript; charset=utf-8",
                "svg", "image/svg+xml");
        String name = file.getFileName().toString();
        return types.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
    }

    private static String axe() throws Exception {
        try (InputStream in =
                SiteInBrowserTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
