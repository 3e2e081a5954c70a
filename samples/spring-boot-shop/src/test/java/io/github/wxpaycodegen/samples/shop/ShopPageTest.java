package io.github.wxpaycodegen.samples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wxpaycodegen.junit.WxPayTest;
import io.github.wxpaycodegen.testsupport.Browser;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The pages in headless Chromium. Pictures of them are in {@code target/screenshots}. */
@WxPayTest
@ActiveProfiles("simulator")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ShopPageTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    // The browser writes to its profile until its last process has ended.
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private Orders orders;

    @BeforeEach
    void requireBrowser() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(Browser.isInstalled())
                    .as("chromium and chromedriver must be installed in CI: apt-get install chromium chromium-driver")
                    .isTrue();
        }
        assumeTrue(Browser.isInstalled(), "no chromium and chromedriver on the PATH: the pages are not tested");
    }

    /** The whole story, in both languages, themes and sizes. */
    @ParameterizedTest
    @CsvSource({
        "desktop-en-light, en, 1280, 900, false",
        "desktop-zh-dark, zh-CN, 1280, 900, true",
        "phone-zh-light, zh-CN, 390, 844, false",
        "phone-en-dark, en, 390, 844, true",
    })
    void sellsRefundsAndReconciles(String name, String language, int width, int height, boolean dark) throws Exception {
        try (Browser browser = Browser.start(directory, language)) {
            browser.open(page(""), width, height, dark);
            browser.await("return document.getElementById('price').textContent === '¥88.00'");
            inspect(browser, name + "-1-product", language, width);

            browser.click("#buy");
            awaitState(browser, "AWAITING_PAYMENT");
            browser.await("return document.getElementById('code').naturalWidth > 0");
            inspect(browser, name + "-2-code", language, width);

            browser.click("#pay");
            awaitState(browser, "PAID");
            inspect(browser, name + "-3-paid", language, width);

            browser.click("#refund");
            awaitState(browser, "REFUNDED");
            inspect(browser, name + "-4-refunded", language, width);

            String number = browser.texts("#number").get(0);
            assertThat(orders.get(number).state()).isEqualTo(Order.State.REFUNDED);

            browser.open(page("bill.html"), width, height, dark);
            // The shop remembers the orders of other tests, which the gateway has forgotten: they differ.
            browser.await("return [...document.querySelectorAll('#lines tbody tr')].filter(each =>"
                    + " each.innerText.includes('" + number + "') && each.querySelector('.good')).length === 2");
            inspect(browser, name + "-5-bill", language, width);

            // The address of an order shows its state, whenever it is opened.
            browser.open(page("#" + number), width, height, dark);
            awaitState(browser, "REFUNDED");

            browser.click("#language");
            browser.await("return document.documentElement.lang !== '" + language + "'");
            assertThat(browser.run("return document.body.innerText.includes('undefined')")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void explainsUnknownOrder() throws Exception {
        try (Browser browser = Browser.start(directory, "en")) {
            browser.open(page("#" + "0".repeat(32)), 1280, 900, false);

            browser.await(
                    "return document.getElementById('problem').textContent.startsWith('This order does not exist')");
            assertThat(browser.run("return document.getElementById('offer').hidden")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void everyTextIsInBothLanguages() throws Exception {
        try (Browser browser = Browser.start(directory, "en")) {
            browser.open(page(""), 800, 600, false);

            assertThat(browser.run("return import('/page.js').then(({texts}) => {"
                                    + " const [en, zh] = [Object.keys(texts.en), Object.keys(texts.zh)];"
                                    + " return [...en.filter(name => !zh.includes(name)),"
                                    + " ...zh.filter(name => !en.includes(name))].join(); })")
                            .asString())
                    .isEmpty();
        }
    }

    private void inspect(Browser browser, String name, String language, int width) throws Exception {
        browser.screenshot(PICTURES.resolve(name + ".png"));
        browser.run(axe());
        String violations = browser.run("return axe.run(document).then(results => results.violations.map(each =>"
                        + " each.id + ': ' + each.nodes.map(node => node.html + node.failureSummary).join()).join('\\n"
                        + "'))")
                .asString();
        assertThat(violations).as(name).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth").asInt())
                .as(name)
                .isLessThanOrEqualTo(width);
        assertThat(browser.run("return document.documentElement.lang").asString())
                .isEqualTo(language);
        assertThat(browser.texts("header .name")).isEqualTo(List.of(language.equals("en") ? "Cookie shop" : "曲奇小店"));
    }

    private static void awaitState(Browser browser, String state) throws Exception {
        browser.await("return document.getElementById('order').dataset.state === '" + state + "'");
    }

    private URI page(String path) {
        return URI.create("http://127.0.0.1:" + port + "/" + path);
    }

    private static String axe() throws Exception {
        try (InputStream in =
                ShopPageTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
