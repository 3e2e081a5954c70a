package io.github.wxpaycodegen.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The site of all bundled specs: complete, and without a broken link. */
class BundledSiteTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)(?:#([^\"]*))?\"");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() throws IOException {
        Map<Path, Set<String>> anchors = new HashMap<>();
        Map<Path, Set<String>> wanted = new HashMap<>();
        List<String> broken = new ArrayList<>();
        for (Path page : BundledSite.files(".html")) {
            String html = Files.readString(page);
            List<String> ids = ID.matcher(html).results().map(id -> id.group(1)).toList();
            anchors.put(page, new HashSet<>(ids));
            assertThat(anchors.get(page)).as("repeated ids of " + page).hasSameSizeAs(ids);
            LINK.matcher(html)
                    .results()
                    .filter(link -> !link.group(1).startsWith("https://"))
                    .forEach(link -> {
                        Path target = link.group(1).isEmpty()
                                ? page
                                : page.resolveSibling(link.group(1)).normalize();
                        if (!Files.exists(target)) {
                            broken.add(page + ": " + link.group());
                        } else if (link.group(2) != null) {
                            wanted.computeIfAbsent(target, key -> new HashSet<>())
                                    .add(link.group(2));
                        }
                    });
        }
        wanted.forEach((page, ids) -> ids.stream()
                .filter(id -> !anchors.get(page).contains(id))
                .forEach(id -> broken.add(page + " has no " + id)));

        assertThat(broken).isEmpty();
        assertThat(anchors).hasSizeGreaterThan(2000);
    }

    @Test
    void everyLinkOfMarkdownLeadsSomewhere() throws IOException {
        List<Path> pages = new ArrayList<>(BundledSite.files(".md"));
        pages.add(BundledSite.directory().resolve("llms.txt"));
        List<String> broken = new ArrayList<>();
        for (Path page : pages) {
            MARKDOWN_LINK
                    .matcher(Files.readString(page).replaceAll("(?s)```.*?```", ""))
                    .results()
                    .filter(link -> !Files.exists(page.resolveSibling(link.group(1))))
                    .forEach(link -> broken.add(page + ": " + link.group()));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageHasItsTwins() {
        List<Path> pages = BundledSite.files(".html").stream()
                .filter(page -> !page.equals(BundledSite.directory().resolve("index.html")))
                .toList();

        assertThat(pages).allSatisfy(page -> {
            Path markdown = page.resolveSibling(page.getFileName().toString().replaceAll("html$", "md"));
            Path relative = BundledSite.directory().relativize(page);
            String other = relative.startsWith("zh") ? "en" : "zh";
            assertThat(markdown).exists();
            assertThat(BundledSite.directory().resolve(other).resolve(relative.subpath(1, relative.getNameCount())))
                    .exists();
        });
    }

    @Test
    void everyOperationHasItsTitlePathAndFields() throws IOException {
        Specs specs = SpecReader.read(BundledSite.specs()).specs().orElseThrow();
        JsonNode index = JsonMapper.shared()
                .readTree(Files.readString(BundledSite.directory().resolve("operations.json")));
        Map<String, JsonNode> byCall = index.get("operations")
                .valueStream()
                .collect(Collectors.toMap(
                        each -> each.get("method").asString() + " "
                                + each.get("path").asString(),
                        each -> each,
                        (one, other) -> one));

        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                JsonNode entry = byCall.get(operation.method() + " " + endpoint.wirePath());
                assertThat(entry).as(endpoint.uri()).isNotNull();
                String page = Files.readString(BundledSite.directory()
                        .resolve(entry.at("/pages/zh-CN").asString().replaceAll("html$", "md")));
                assertThat(page).contains(endpoint.wirePath());
                for (Field field : operation.request().given()) {
                    assertThat(page).contains("- `" + field.name() + "`: ");
                }
                for (Field field : operation.response().shape().fields()) {
                    assertThat(page).contains("- `" + field.name() + "`: ");
                }
            }
        }
        assertThat(index.get("notifications")).hasSameSizeAs(specs.notifications());
    }

    @Test
    void notificationsAndOperationsLinkToEachOther() throws IOException {
        String order = page("en/v3/pay/transactions/jsapi.post.md");
        String paid = page("en/notifications/v3/TRANSACTION.SUCCESS.md");

        assertThat(order)
                .contains("## Notifications that follow", "](../../../notifications/v3/TRANSACTION.SUCCESS.md)")
                .contains("](../../../v3/pay/transactions/out-trade-no/-out_trade_no-.get.md)")
                .contains("- The outcome is unknown after SYSTEM\\_ERROR.");
        assertThat(paid).contains("## Operations that cause it", "](../../v3/pay/transactions/jsapi.post.md)");
        assertThat(page("en/v3/pay/transactions/out-trade-no/-out_trade_no-.get.md"))
                .contains("## Operations whose outcome this query tells");
    }

    /** The tool sends the v3 notification if an id is in both protocols. */
    @Test
    void commandToTriggerSendsTheNotificationOfThePage() throws IOException {
        List<NotificationSpec> all =
                SpecReader.read(BundledSite.specs()).specs().orElseThrow().notifications();
        Set<String> v3 = all.stream()
                .filter(each -> each.protocol() == Protocol.V3)
                .map(NotificationSpec::id)
                .collect(Collectors.toSet());
        List<String> inBoth = new ArrayList<>();
        for (NotificationSpec each : all) {
            boolean sendsAnother = each.protocol() == Protocol.V2 && v3.contains(each.id());
            if (sendsAnother) {
                inBoth.add(each.id());
            }
            assertThat(page("en/" + each.path() + ".md").contains("wxpay trigger " + each.id() + " --to "))
                    .as(each.path())
                    .isEqualTo(!sendsAnother);
        }
        assertThat(inBoth).contains("TRANSACTION.SUCCESS", "TRANSACTION.FAIL");
    }

    @Test
    void indexOfTheSearchStaysSmall() throws IOException {
        assertThat(page("assets/index.js").getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(850_000);
    }

    /** The filter by role would show an operation without one to everybody. */
    @Test
    void everyOperationOfTheIndexHasARole() throws IOException {
        List<String> operations = page("assets/index.js")
                .lines()
                .filter(line -> line.matches("\\[\"(?:v2|v3|brand)/.*"))
                .toList();

        assertThat(operations).hasSizeGreaterThan(1000).noneMatch(line -> line.matches(".*,0],?"));
    }

    @Test
    void startPageUsesTheClientOfAllOperations() throws IOException {
        assertThat(page("zh/start.md"))
                .contains("<artifactId>wxpay-client</artifactId>", "import io.github.wxpaycodegen.client.WxPay;");
        assertThat(page("llms.txt")).contains("](en/start.md)");
    }

    /** Codes that are not among the errors of the page have their titles with them. */
    @Test
    void uncertainCodeThatThePageDoesNotListHasItsTitle() throws IOException {
        assertThat(page("en/v2/transit/pay/payapply.post.md"))
                .containsPattern("if one is returned all the same, the outcome is unknown: .*ORDERPAID \\(订单已支付\\)");
        assertThat(page("en/v3/edu-papay/transactions.post.md")).contains("ORDERPAID (订单已支付), ORDER\\_PAID (订单已支付)");
    }

    /** Descriptions, notes, reasons and advice; the only English element is the link to the English page. */
    @Test
    void chinesePagesShowTextsOfSpecsInChinese() throws IOException {
        Pattern english = Pattern.compile("<[^>]* lang=\"en\"[^>]*>");
        for (Path page : BundledSite.files(".html")) {
            if (BundledSite.directory().relativize(page).startsWith("zh")) {
                assertThat(english.matcher(Files.readString(page)).results().map(MatchResult::group))
                        .as(page.toString())
                        .allMatch(element -> element.contains(" id=\"language\""))
                        .hasSize(1);
            }
        }
        String description = "退款信息与 GET v3/refund/domestic/refunds 的应答相同";
        assertThat(page("zh/notifications/v3/REFUND.SUCCESS.html")).contains("<p class=\"note\">" + description);
        assertThat(page("zh/notifications/v3/REFUND.SUCCESS.md")).contains("\n" + description);
        assertThat(page("zh/v3/transfer/batches.post.md")).contains("\n- 已开通升级版商家转账的商户不能调用。\n");
    }

    @Test
    void everyOfficialPageHasALinkOfItsOwn() throws IOException {
        Pattern official = Pattern.compile("<li><a href=\"https://[^\"]*\" rel=\"noopener\">([^<]*)</a>");
        for (Path page : BundledSite.files(".html")) {
            List<String> labels = official.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .toList();
            assertThat(labels).as(page.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void deprecatedOperationNamesItsSuccessor() throws IOException {
        assertThat(page("en/v3/transfer/batches.post.md"))
                .contains("## Deprecated", "](../../v3/fund-app/mch-transfer/transfer-bills.post.md)");
    }

    @Test
    void operationsNotToBeUsedComeLastInEachGroup() throws IOException {
        int withdrawn = 0;
        for (String group : page("en/all.md").split("\n## ")) {
            List<Boolean> marks = group.lines()
                    .filter(line -> line.startsWith("- ["))
                    .map(line -> line.matches(".*\\((closed|deprecated)\\).*"))
                    .toList();
            withdrawn += (int) marks.stream().filter(mark -> mark).count();
            assertThat(marks).as(group.lines().findFirst().orElse("")).isSorted();
        }

        assertThat(withdrawn).isGreaterThan(10);
    }

    @Test
    void pagesRequestNothingFromElsewhere() throws IOException {
        Pattern external = Pattern.compile(
                "<(?:script|link|img|iframe)[^>]*(?:src|href)=\"(?:https?:)?//|\\bstyle=\"|<style|<script>|\\son[a-z]+=\"");
        for (Path page : BundledSite.files(".html")) {
            assertThat(external.matcher(Files.readString(page)).find())
                    .as(page.toString())
                    .isFalse();
        }
        for (Path asset : BundledSite.files(".css")) {
            assertThat(Files.readString(asset)).doesNotContain("url(", "@import");
        }
    }

    private static String page(String path) throws IOException {
        return Files.readString(BundledSite.directory().resolve(path));
    }
}
