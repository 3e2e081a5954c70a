package io.github.wxpaycodegen.reference.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.reference.BundledSite;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The index of the bundled site, by the places of its rows. */
class SearchIndexTest {
    private static final int TITLE = 2;
    private static final int PRODUCT = 3;
    private static final int FIELDS = 6;
    private static final int KNOWN = 8;

    /** A name is lost if its page gets another path. */
    @Test
    void everydayNamesAreThoseOfExistingPages() throws IOException {
        Map<String, List<String>> names = new TreeMap<>();
        for (JsonNode page : index().get("pages")) {
            if (!page.get(KNOWN).isEmpty()) {
                names.put(page.get(0).asString(), texts(page.get(KNOWN)).toList());
            }
        }

        assertThat(names.keySet()).containsExactlyInAnyOrderElementsOf(EverydayNames.paths());
        assertThat(names).allSatisfy((path, all) -> assertThat(all).isEqualTo(EverydayNames.of(path)));
    }

    /** A title with a character that the table of syllables lacks is not found by pinyin: add the character to pinyin.txt. */
    @Test
    void everyCharacterOfATitleHasASyllable() throws IOException {
        JsonNode index = index();
        String table = index.get("pinyin").asString();
        List<String> searched = new ArrayList<>();
        for (JsonNode page : index.get("pages")) {
            if (!page.get(0).asString().startsWith("errors#")) {
                searched.add(page.get(TITLE).asString());
                searched.add(
                        index.get("products").get(page.get(PRODUCT).asInt()).asString());
                texts(page.get(KNOWN)).forEach(searched::add);
            }
        }

        assertThat(searched).hasSizeGreaterThan(2000).allSatisfy(text -> assertThat(characters(text))
                .as(text)
                .allMatch(character -> table.indexOf(character) >= 0));
    }

    /** Fields of one name with other values are different fields. */
    @Test
    void valuesAreThoseOfTheFieldOfThePage() throws IOException {
        JsonNode index = index();

        assertThat(valuesOf(index, "v3/refund/domestic/refunds.post", "status"))
                .containsExactly("SUCCESS", "CLOSED", "PROCESSING", "ABNORMAL");
        assertThat(valuesOf(index, "v3/pay/transactions/out-trade-no/-out_trade_no-.get", "trade_state"))
                .contains("NOTPAY", "USERPAYING", "REVOKED")
                .doesNotContain("PROCESSING");
    }

    private static List<String> valuesOf(JsonNode index, String path, String field) {
        JsonNode page = index.get("pages")
                .valueStream()
                .filter(each -> each.get(0).asString().equals(path))
                .findFirst()
                .orElseThrow();
        String entry = page.get(FIELDS)
                .valueStream()
                .map(id -> index.get("fields").get(id.asInt()).asString())
                .filter(name -> name.startsWith(field + " "))
                .findFirst()
                .orElseThrow();
        int kind = Integer.parseInt(entry.substring(field.length() + 1));
        return index.get("enums")
                .get(kind)
                .valueStream()
                .map(id -> index.get("values").get(id.asInt()).asString())
                .toList();
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString);
    }

    private static IntStream characters(String text) {
        return text.codePoints().filter(Character::isIdeographic);
    }

    private static JsonNode index() throws IOException {
        String script = Files.readString(BundledSite.directory().resolve("assets/index.js"));
        return JsonMapper.shared().readTree(script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1));
    }
}
