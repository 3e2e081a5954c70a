package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses among the media types of a body or a response: specs have one of each. */
final class Contents {
    private final SourceTree tree;
    private final Findings findings;

    Contents(SourceTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    /**
     * A message in a media type.
     *
     * @param type the media type, in lower case
     * @param place the place of the media type
     */
    record Content(String type, SourceSpan place, Located schema) {
        boolean isJson() {
            return type.contains("json");
        }

        boolean isXml() {
            return type.contains("xml");
        }

        boolean isMultipart() {
            return Contents.isMultipart(type);
        }

        private boolean isKnown() {
            return isJson() || isXml() || isMultipart();
        }
    }

    static boolean isMultipart(String type) {
        return type.startsWith("multipart/");
    }

    /**
     * Returns the first content with a schema whose media type WeChat Pay uses, or else the first one. The others are
     * reported.
     *
     * @param holder a body or a response, or a reference to one
     * @param name the name of the message in findings
     */
    Optional<Content> choose(Located holder, String name) {
        List<Content> contents = new ArrayList<>();
        tree.resolve(holder).flatMap(each -> each.get("content")).ifPresent(content -> content.entries()
                .forEach((type, entry) -> entry.value()
                        .get("schema")
                        .ifPresent(schema ->
                                contents.add(new Content(type.toLowerCase(Locale.ROOT), entry.key(), schema)))));
        Optional<Content> chosen = contents.stream()
                .filter(Content::isKnown)
                .findFirst()
                .or(() -> contents.stream().findFirst());
        chosen.ifPresent(one -> contents.stream()
                .filter(other -> !other.equals(one))
                .forEach(other -> findings.add(
                        other.place(),
                        "the " + name + " as `" + other.type() + "` was not imported: only that as `" + one.type()
                                + "`")));
        return chosen;
    }
}
