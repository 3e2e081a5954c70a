package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.DocsPage;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parses the documentation of an operation or a notification: its title, product, roles and official pages. */
final class DocumentationParser {
    static final Set<String> KEYS = Set.of("title", "description", "docs", "product", "roles", "updated");
    private static final Pattern PRODUCT = Pattern.compile("\\S+( \\S+)*");
    private static final Pattern URL = Pattern.compile("https?://.+", Pattern.DOTALL);
    /** Characters that would end a link, or its line, where a URL is printed into Markdown, HTML or Javadoc. */
    private static final Pattern UNSAFE = Pattern.compile("[<>\"\\p{Z}\\p{Cc}]");

    private static final Map<String, MerchantRole> ROLES =
            Arrays.stream(MerchantRole.values()).collect(Collectors.toMap(MerchantRole::key, Function.identity()));

    private final NodeReader reader;

    DocumentationParser(NodeReader reader) {
        this.reader = reader;
    }

    Documentation parse(Mapping mapping) {
        return new Documentation(
                mapping.text("title").orElse(""),
                mapping.text("description"),
                pages(mapping),
                product(mapping),
                mapping.choices("roles", Code.UNKNOWN_VALUE, ROLES),
                updated(mapping));
    }

    /** Returns the product of a mapping. Its levels are separated by a slash between two spaces. */
    Optional<String> product(Mapping mapping) {
        Optional<String> product = mapping.text("product");
        boolean fine = product.stream()
                .flatMap(text -> Arrays.stream(text.split(" / ", -1)))
                .allMatch(level -> PRODUCT.matcher(level).matches()
                        && !level.equals("/")
                        && !level.startsWith("/ ")
                        && !level.endsWith(" /"));
        if (!fine) {
            mapping.malformed("product", "has an empty level", "separate the levels by ` / `: 基础支付 / 合单支付");
        }
        return product;
    }

    private Optional<LocalDate> updated(Mapping mapping) {
        Optional<String> text = mapping.text("updated");
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            mapping.malformed("updated", "is not a date", "write it like \"2025-02-19\", in quotes");
            return Optional.empty();
        }
    }

    private List<DocsPage> pages(Mapping mapping) {
        Optional<Node> docs = mapping.get("docs");
        if (docs.isEmpty()) {
            return List.of();
        }
        List<Node> nodes = docs.get() instanceof ScalarNode ? List.of(docs.get()) : reader.list(docs.get(), "`docs`");
        List<DocsPage> pages = new ArrayList<>();
        nodes.forEach(node -> page(node).ifPresent(pages::add));
        return pages;
    }

    private Optional<DocsPage> page(Node node) {
        if (!(node instanceof MappingNode)) {
            return reader.text(node, "`docs`").flatMap(url -> page(url, node, Optional.empty()));
        }
        Mapping mapping = reader.mapping(node, "a page of `docs`").orElseThrow().allow(Set.of("url", "role"));
        Optional<MerchantRole> role = mapping.choice("role", Code.UNKNOWN_VALUE, ROLES);
        return mapping.require("url", "https://pay.weixin.qq.com/doc/v3/partner/4012085810")
                .flatMap(url -> reader.text(url, "`url`").flatMap(text -> page(text, url, role)));
    }

    private Optional<DocsPage> page(String url, Node node, Optional<MerchantRole> role) {
        if (!URL.matcher(url).matches()) {
            reader.problems().add(Code.MALFORMED, reader.span(node), "`" + url + "` is not a URL", "write https://...");
            return Optional.empty();
        }
        Matcher unsafe = UNSAFE.matcher(url);
        if (unsafe.find()) {
            int character = unsafe.group().codePointAt(0);
            String message = String.format(Locale.ROOT, "a URL of `docs` must not contain U+%04X", character);
            String help = "write " + percentEncoded(unsafe.group()) + " instead";
            reader.problems().add(Code.MALFORMED, reader.span(node), message, help);
            return Optional.empty();
        }
        return Optional.of(new DocsPage(url, role));
    }

    private static String percentEncoded(String text) {
        return HexFormat.of().withUpperCase().withPrefix("%").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
