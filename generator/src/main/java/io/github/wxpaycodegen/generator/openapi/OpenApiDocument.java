package io.github.wxpaycodegen.generator.openapi;

import io.github.wxpaycodegen.generator.json.JsonText;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/**
 * An OpenAPI document. Equal specs give equal text.
 *
 * @param root its members in order: maps, lists, strings, booleans and numbers
 */
public record OpenApiDocument(Map<String, Object> root) {
    /** Returns the document as JSON that ends with a line break. */
    public String toJson() {
        return JsonText.of(root);
    }

    /** Returns the document as YAML that ends with a line break. */
    public String toYaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        // Equal lists are written out: an alias surprises people, and some tools do not read it.
        options.setDereferenceAliases(true);
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options).dump(root);
    }
}
