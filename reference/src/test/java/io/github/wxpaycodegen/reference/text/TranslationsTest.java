package io.github.wxpaycodegen.reference.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.reference.BuildSite;
import io.github.wxpaycodegen.reference.build.SiteBuilder;
import io.github.wxpaycodegen.reference.page.Site;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TranslationsTest {
    /** Names of fields, paths, values and numbers. */
    private static final Pattern CODE =
            Pattern.compile("[a-z0-9]+(?:[_/][A-Za-z0-9_{}-]+)+|\\b[A-Z_]{4,}\\b|[0-9]+(?:,[0-9]{3})*");

    @Test
    void everyTextOfTheBundledSpecsIsChineseOnChinesePages() throws Exception {
        assertThat(texts(Language.CHINESE))
                .hasSizeGreaterThan(300)
                .allSatisfy(text -> assertThat(text.language()).as(text.value()).isEqualTo(Language.CHINESE));
    }

    @Test
    void noTranslationIsLeftOver() throws Exception {
        List<String> english = texts(Language.ENGLISH).stream().map(Text::value).toList();

        assertThat(english).containsAll(Translations.CHINESE.keySet());
    }

    @Test
    void translationsAreSentencesWithTheSameCode() {
        assertThat(Translations.CHINESE).allSatisfy((english, chinese) -> {
            assertThat(chinese).endsWith("。");
            CODE.matcher(english).results().forEach(code -> assertThat(chinese).contains(code.group()));
        });
    }

    @Test
    void filesHaveEachTextOnce() {
        Map<String, String> advice = Translations.read(Translations.ADVICE);
        Map<String, String> descriptions = Translations.read(Translations.DESCRIPTIONS);

        assertThat(Translations.CHINESE).containsAllEntriesOf(advice).containsAllEntriesOf(descriptions);
        assertThat(Translations.CHINESE).hasSize(advice.size() + descriptions.size());
    }

    @Test
    void textThatIsNotTranslatedRemainsAsItIs() {
        assertThat(Text.ofSpec("Mine.", Language.CHINESE)).isEqualTo(new Text("Mine.", Language.ENGLISH));
        assertThat(Text.ofSpec("我的。", Language.CHINESE)).isEqualTo(new Text("我的。", Language.CHINESE));
        assertThat(Text.ofSpec("0 stands for no limit.", Language.CHINESE))
                .isEqualTo(new Text("0 表示无上限。", Language.CHINESE));
        assertThat(Text.ofSpec("0 stands for no limit.", Language.ENGLISH))
                .isEqualTo(new Text("0 stands for no limit.", Language.ENGLISH));
        assertThat(Text.ofSpec("Check the number.", Language.CHINESE)).isEqualTo(new Text("检查单号。", Language.CHINESE));
    }

    /** Returns all texts of all pages, wherever they are in them. */
    private static Set<Text> texts(Language language) throws Exception {
        Set<Text> found = new HashSet<>();
        collect(site(language), found);
        return found;
    }

    private static Site site(Language language) throws IOException {
        Specs specs = SpecReader.read(BuildSite.bundled(Path.of("..", "api-specs")))
                .specs()
                .orElseThrow();
        JavaClient client = ClientPlanner.plan(specs, specs, SiteBuilder.CLIENT_PACKAGE);
        return SiteBuilder.build(specs, client, language);
    }

    private static void collect(Object value, Set<Text> found) throws ReflectiveOperationException {
        if (value instanceof Text text) {
            if (!text.isEmpty()) {
                found.add(text);
            }
        } else if (value instanceof Collection<?> all) {
            for (Object each : all) {
                collect(each, found);
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                collect(component.getAccessor().invoke(value), found);
            }
        }
    }
}
