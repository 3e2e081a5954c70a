package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The metadata, from which IDEs complete property names, is written by hand, because the runtime reads the settings. */
class MetadataTest {
    private static final Set<String> OWN = Set.of("wxpay.enabled", "wxpay.primary", "wxpay.merchants");

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(String key) throws IOException {
        String json = new ClassPathResource("META-INF/spring-configuration-metadata.json")
                .getContentAsString(StandardCharsets.UTF_8);
        // JSON is YAML.
        return (List<Map<String, Object>>)
                new Yaml().<Map<String, Object>>load(json).get(key);
    }

    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        list("properties").forEach(each -> names.add((String) each.get("name")));
        return names;
    }

    @Test
    void everySettingIsDescribed() throws IOException {
        Set<String> settings = new TreeSet<>(OWN);
        SettingNames.all().forEach(name -> settings.add("wxpay." + name));
        Set<String> described = names();
        described.removeIf(name -> name.startsWith("management.") || name.startsWith("wxpay.notifications."));

        assertThat(described).isEqualTo(settings);
    }

    @Test
    void describedPropertiesAreNoMisspelledOnes() throws IOException {
        Map<String, Object> properties = new TreeMap<>();
        names().forEach(name -> properties.put(name, "x"));
        properties.remove("wxpay.merchants");
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("all", properties));

        assertThat(ConfiguredMerchants.of(environment).unknown()).isEmpty();
    }

    @Test
    void descriptionsAreSentences() throws IOException {
        assertThat(list("properties")).allSatisfy(each -> {
            assertThat(each.get("type")).asString().startsWith("java.");
            assertThat(each.get("description")).asString().matches("[A-Z][ -~]+(\\.|\\.\\.\\.)");
        });
    }

    @Test
    void hintsBelongToProperties() throws IOException {
        Set<String> names = names();
        assertThat(list("hints")).isNotEmpty().allSatisfy(each -> assertThat(names)
                .contains((String) each.get("name")));
    }

    /** The guide of the runtime has the same settings. */
    @Test
    void settingsAreThoseOfTheGuide() throws IOException {
        String guide = Files.readString(Path.of("../docs/guide/configuration.md"));
        assertThat(SettingNames.all())
                .filteredOn(name -> !SettingNames.isFile(name) && !name.equals(SettingNames.SSL_BUNDLE))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(guide).contains("| `" + name + "` |"));
    }
}
