package io.github.wxpaycodegen.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wxpaycodegen.testsupport.Browser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The web page in headless Chromium. Pictures of it are in {@code target/screenshots}. */
class WebPageTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

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
        assumeTrue(Browser.isInstalled(), "no chromium and chromedriver on the PATH: the page is not tested");
    }

    @Test
    void payerPaysFailsAndExpires() throws Exception {
        try (SimulatorApp app = Apps.start(directory.resolve("keys"));
                Receiver shop = new Receiver();
                Browser browser = Browser.start(directory, "en")) {
            Orders orders = new Orders(app, directory.resolve("keys"), Apps.MCHID);
            orders.create("ORDER-1", shop.url(), "First book", 8800);
            orders.create("ORDER-2", shop.url(), "Second book", 100);
            orders.create("ORDER-3", shop.url(), "Third book", 100);
            browser.open(app.controlUri(), 1280, 800, false);

            browser.click("[aria-label='Pay: ORDER-1']");
            assertThat(shop.await().body()).contains("TRANSACTION.SUCCESS");
            browser.click("[aria-label='Fail: ORDER-2']");
            browser.click("[aria-label='Expire: ORDER-3']");

            browser.await("return [...document.querySelectorAll('#order-list .pill')].map(each => each.title).join()"
                    + " === 'NOTPAY,PAYERROR,SUCCESS'");
            assertThat(browser.texts(".order .money")).containsExactly("¥1.00", "¥1.00", "¥88.00");
            // The message disappears after some seconds; its text stays.
            browser.await("return document.getElementById('message').textContent"
                    + " === 'ORDER-3 cannot be paid any more.'");
            assertThat(app.simulators().get(0).orders().state("ORDER-2")).isEqualTo("PAYERROR");
        }
    }

    @Test
    void payerComplainsAndWithdraws() throws Exception {
        try (SimulatorApp app = Apps.start(directory.resolve("keys"));
                Browser browser = Browser.start(directory, "en")) {
            new Orders(app, directory.resolve("keys"), Apps.MCHID).create("ORDER-1");
            browser.open(app.controlUri(), 1280, 800, false);
            browser.click("[aria-label='Pay: ORDER-1']");
            browser.click(".order .more summary");
            browser.type(".order [name=text]", "no tea");
            browser.click("[aria-label='Complain: ORDER-1']");

            browser.click("#tab-products");
            browser.await("return document.querySelector('#product-list .pill')?.title === 'PENDING'");
            assertThat(browser.texts("#product-list h3")).containsExactly("no tea");
            browser.click("#product-list .actions button");
            browser.await("return document.querySelector('#product-list .pill').title === 'PROCESSED'");
        }
    }

    @Test
    void showsWhyCallWasRefusedAndSettlesRefund() throws Exception {
        try (SimulatorApp app = Apps.start(directory.resolve("keys"));
                Browser browser = Browser.start(directory, "en")) {
            Orders orders = new Orders(app, directory.resolve("keys"), Apps.MCHID);
            orders.attempt("NO SPACE");
            browser.open(app.controlUri(), 1280, 800, false);
            browser.await("return document.querySelector('#call-list .problem') !== null");
            assertThat(browser.texts("#call-list .problem"))
                    .singleElement()
                    .asString()
                    .contains("out_trade_no");

            orders.create("ORDER-1");
            browser.click("[aria-label='Pay: ORDER-1']");
            browser.click("#hold-refunds");
            browser.await("return document.getElementById('message').textContent.startsWith('Refunds stay')");
            orders.refund("ORDER-1", "REFUND-1");
            browser.click("[aria-label='Complete: REFUND-1']");
            browser.await("return document.querySelector('.refund .pill').title === 'SUCCESS'");

            // The details of a call stay open while other calls arrive.
            browser.click("#call-list li:last-child summary");
            browser.await("return document.querySelector('#call-list li:last-child .pairs') !== null");
            orders.create("ORDER-2");
            browser.await("return document.querySelectorAll('#call-list > li').length === 4");
            assertThat(browser.run("return document.querySelector('#call-list li:last-child details').open")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void sendsNotificationProgramsFaultAndResets() throws Exception {
        try (SimulatorApp app = Apps.start(directory.resolve("keys"));
                Receiver shop = new Receiver();
                Browser browser = Browser.start(directory, "en")) {
            browser.open(app.controlUri(), 1280, 800, false);
            browser.await("return document.querySelectorAll('#types option').length > 100");
            browser.click("#tab-notifications");
            browser.click("details.form summary");
            browser.type("[name=type]", "REFUND.SUCCESS");
            browser.type("[name=url]", shop.url());
            browser.type("[name=fields]", "out_refund_no=R-1");
            browser.click("#notification-form [type=submit]");
            assertThat(shop.await().body()).contains("REFUND.SUCCESS");
            browser.await("return document.querySelectorAll('#attempt-list .pill.good').length === 1");

            browser.click("#tab-faults");
            browser.type("#fault-form [name=path]", "/v3/refund/domestic/refunds");
            browser.type("#fault-form [name=status]", "429");
            browser.type("#fault-form [name=code]", "FREQUENCY_LIMITED");
            browser.click("#fault-form [type=submit]");
            browser.await("return document.querySelectorAll('#fault-list > li').length === 1");

            browser.click("[data-advance=PT2H]");
            browser.await("return document.querySelector('#clock .pill')?.innerText === '2 hr ahead'");

            browser.click("#reset");
            browser.click("#confirm-yes");
            browser.await("return document.querySelectorAll('#fault-list > li, #attempt-list > li').length === 0");
            browser.await("return document.querySelector('#clock .pill') === null");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "desktop-en-light, en, 1440, 900, false, calls",
        "desktop-en-dark, en, 1440, 900, true, faults",
        "desktop-zh-light, zh-CN, 1440, 900, false, notifications",
        "desktop-zh-dark, zh-CN, 1440, 900, true, calls",
        "phone-en-light, en, 390, 844, false, orders",
        "phone-en-dark, en, 390, 844, true, notifications",
        "phone-zh-light, zh-CN, 390, 844, false, calls",
        "phone-zh-dark, zh-CN, 390, 844, true, faults",
        "phone-en-products, en, 390, 844, false, products",
        "desktop-zh-products, zh-CN, 1440, 900, true, products",
    })
    void isAccessibleAndFitsWindow(String name, String language, int width, int height, boolean dark, String view)
            throws Exception {
        try (SimulatorApp app =
                        Apps.start(directory.resolve("keys"), "--merchant", Apps.MCHID, "--merchant", "1900000001");
                Browser browser = Browser.start(directory, language)) {
            fill(app);
            browser.open(app.controlUri(), width, height, dark);
            browser.await("return document.querySelectorAll('#order-list > li').length === 4");
            boolean single = width < 600;
            if (single || !view.equals("orders")) {
                browser.click("#tab-" + view);
            }
            if (view.equals("products")) {
                browser.click("#product-list .more summary");
            }
            if (view.equals("calls")) {
                browser.click("#call-list summary");
                browser.await("return document.querySelector('#call-list .pairs') !== null");
            }
            browser.screenshot(PICTURES.resolve(name + ".png"));

            browser.run(axe());
            // The rule would be about pages inside of others.
            String violations = browser.run("return axe.run(document).then(results => results.violations"
                            + ".map(each => each.id + ': ' + each.nodes.map(node => node.html + node.failureSummary).join())"
                            + ".join('\\n'))")
                    .asString();
            assertThat(violations).isEmpty();
            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .asInt())
                    .isLessThanOrEqualTo(width);
            assertThat(browser.run("return document.documentElement.lang").asString())
                    .isEqualTo(language);
            assertThat(browser.texts("h1")).containsExactly(language.equals("en") ? "WeChat Pay simulator" : "微信支付模拟器");

            browser.click("#language");
            browser.await("return document.documentElement.lang !== '" + language + "'");
            assertThat(browser.run("return document.body.innerText.includes('undefined')")
                            .asBoolean())
                    .isFalse();
        }
    }

    /** Both languages have the same texts. */
    @Test
    void everyTextIsInBothLanguages() throws Exception {
        try (SimulatorApp app = Apps.start(directory.resolve("keys"));
                Browser browser = Browser.start(directory, "en")) {
            browser.open(app.controlUri(), 800, 600, false);
            String script = "return import('/texts.js').then(({texts}) => {"
                    + " const names = (object, prefix) => Object.entries(object).flatMap(([name, value]) =>"
                    + " typeof value === 'object' ? names(value, prefix + name + '.') : [prefix + name]);"
                    + " const [en, zh] = [names(texts.en, ''), names(texts.zh, '')];"
                    + " return [...en.filter(name => !zh.includes(name)), ...zh.filter(name => !en.includes(name))].join(); })";

            assertThat(browser.run(script).asString()).isEmpty();
            assertThat(browser.run("return fetch('/api/fault-options').then(response => response.json())"
                                    + ".then(options => import('/texts.js').then(({texts}) => options.behaviors"
                                    + ".filter(each => !(each.behavior in texts.en.behaviors)).length))")
                            .asInt())
                    .isZero();
            assertThat(browser.run("return fetch('/openapi.json').then(response => response.json())"
                                    + ".then(document => import('/texts.js').then(({texts}) => Object.keys(document.paths)"
                                    + ".map(path => path.match(/^.api.merchants.*?[{]number[}].(.*)$/)?.[1])"
                                    + ".filter(action => action !== undefined && !(action in texts.en.productActions))"
                                    + ".join()))")
                            .asString())
                    .isEmpty();
        }
    }

    private void fill(SimulatorApp app) throws Exception {
        Orders orders = new Orders(app, directory.resolve("keys"), Apps.MCHID);
        orders.create("SHOP-20261129-0001", "http://localhost:1/wxpay/notify", "手工曲奇礼盒 · 12 片", 8800);
        orders.create("SHOP-20261129-0002", "http://localhost:1/wxpay/notify", "Espresso beans, 250 g", 100);
        orders.create("SHOP-20261129-0003", "http://localhost:1/wxpay/notify", "桂花拿铁（大杯）", 2800);
        orders.create("SHOP-20261129-0004", "http://localhost:1/wxpay/notify", "Concert ticket, row 7", 128_000);
        orders.act("SHOP-20261129-0001", "pay");
        orders.act("SHOP-20261129-0002", "pay");
        orders.act("SHOP-20261129-0004", "fail-payment");
        Apps.change(app, "POST", orders.path("hold-refunds"), "{}");
        orders.refund("SHOP-20261129-0002", "REFUND-0002-1");
        orders.attempt("NO SPACE");
        Apps.change(app, "POST", orders.path("complaints"), """
                {"outTradeNo": "SHOP-20261129-0001", "text": "Two of the biscuits are broken", "refundAmount": 1200}
                """);
        Apps.change(app, "POST", orders.path("faults"), """
                {"path": "/v3/refund/domestic/refunds", "behavior": "dropAfterRequest"}
                """);
        app.simulators().get(0).notifications().await(attempt -> true, Duration.ofMinutes(2));
    }

    private static String axe() throws Exception {
        try (InputStream in =
                WebPageTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
