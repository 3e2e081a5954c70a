package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is known of an operation beside its messages. */
final class OperationFacts {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\((https?://[^)\\s]+)\\)");
    private static final Pattern DATE = Pattern.compile("(20[0-9]{2})[.-]([0-9]{1,2})[.-]([0-9]{1,2})");
    /** Extensions of the generator's export whose values are those of the spec language. */
    private static final Map<String, String> COPIED = copied();

    private final Findings findings;

    OperationFacts(Findings findings) {
        this.findings = findings;
    }

    private static Map<String, String> copied() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("x-wxpay-without-nonce", "nonceless");
        keys.put("x-wxpay-unsigned-request", "requestUnsigned");
        keys.put("x-wxpay-unsigned-response", "responseUnsigned");
        keys.put("x-wxpay-workwx-signed", "workwxSigned");
        keys.put("x-wxpay-closed", "closed");
        keys.put("x-wxpay-deprecation-reason", "deprecated");
        keys.put("x-wxpay-replaced-by", "replacedBy");
        keys.put("x-wxpay-read-only", "readOnly");
        keys.put("x-wxpay-idempotent", "idempotent");
        keys.put("x-wxpay-uncertain-errors", "uncertain");
        keys.put("x-wxpay-errors", "errors");
        keys.put("x-wxpay-echoes", "echoes");
        keys.put("x-wxpay-rate-limit", "rateLimit");
        keys.put("x-wxpay-notifies", "notifies");
        keys.put("x-wxpay-settled-by", "settledBy");
        keys.put("x-wxpay-fragment", "fragment");
        keys.put("x-wxpay-pages", "pages");
        return keys;
    }

    Map<String, Object> read(Located node, String uri, Optional<String> host) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("title", title(node, uri));
        documents(node, attributes);
        product(node, attributes);
        roles(node, attributes);
        updated(node, attributes);
        hosts(node, host, attributes);
        if (node.flag("x-api-cert-required") || node.flag("x-wxpay-client-certificate")) {
            attributes.put("security", true);
        }
        COPIED.forEach((extension, key) -> node.get(extension).ifPresent(value -> attributes.put(key, value.value())));
        uncertain(node, attributes);
        if (node.flag("deprecated")
                && !attributes.containsKey("deprecated")
                && !attributes.containsKey("closed")
                && !attributes.containsKey("replacedBy")) {
            attributes.put("deprecated", "The source marks it as deprecated.");
        }
        node.text("x-wxpay-file").ifPresent(kind -> attributes.put("file", kind.replace('_', '-')));
        node.get("x-wxpay-download").ifPresent(download -> attributes.put("download", download(download)));
        exportedResponse(node, attributes);
        return attributes;
    }

    /** A code under `errors` says there that it is uncertain; the export lists it twice. */
    private static void uncertain(Located node, Map<String, Object> attributes) {
        List<String> errors = node.get("x-wxpay-errors").map(Located::elements).orElse(List.of()).stream()
                .flatMap(error -> error.text("code").stream())
                .toList();
        List<String> codes = new ArrayList<>(node.texts("x-wxpay-uncertain-errors"));
        codes.removeAll(errors);
        attributes.remove("uncertain");
        if (!codes.isEmpty()) {
            attributes.put("uncertain", codes);
        }
    }

    private static boolean isExported(Located node) {
        return node.get("x-wxpay-uri").isPresent()
                || node.get("x-wxpay-notification").isPresent();
    }

    private String title(Located node, String uri) {
        Optional<String> summary = node.text("summary")
                .map(text -> isExported(node) ? text : text.replaceFirst("\\s*API\\s*$", ""))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (summary.isEmpty()) {
            findings.add(node.span(), "an operation without `summary`: its title is its URI");
        }
        return summary.orElse(uri);
    }

    /** Reads the pages, which the tree has as links in the description. */
    private static void documents(Located node, Map<String, Object> attributes) {
        String description = node.text("description").orElse("");
        List<Object> pages = new ArrayList<>();
        Matcher links = LINK.matcher(description);
        while (links.find()) {
            String url = links.group(1);
            if (!pages.contains(url)) {
                pages.add(url);
            }
        }
        node.get("externalDocs")
                .flatMap(docs -> docs.text("url"))
                .filter(url -> !pages.contains(url))
                .ifPresent(pages::add);
        node.get("x-wxpay-docs").map(Located::value).ifPresent(exported -> {
            pages.clear();
            pages.addAll((List<?>) exported);
        });
        String rest = LINK.matcher(description).replaceAll("").strip();
        if (!rest.isEmpty()) {
            attributes.put("description", rest);
        }
        if (!pages.isEmpty()) {
            attributes.put("docs", pages.size() == 1 ? pages.get(0) : pages);
        }
    }

    private static void product(Located node, Map<String, Object> attributes) {
        Optional<String> product = node.text("x-wxpay-product");
        if (product.isEmpty() && !isExported(node)) {
            product = node.texts("tags").stream()
                    .map(Words::product)
                    .filter(tag -> !tag.isEmpty())
                    .findFirst();
        }
        product.ifPresent(text -> attributes.put("product", text));
    }

    private void roles(Located node, Map<String, Object> attributes) {
        List<String> roles = new ArrayList<>(node.texts("x-wxpay-roles"));
        node.get("x-role").ifPresent(stated -> {
            for (String name : stated.texts()) {
                Optional<String> role = Words.role(name);
                if (role.isEmpty()) {
                    findings.add(stated.span(), "unknown role `" + name + "` was ignored");
                }
                role.filter(each -> !roles.contains(each)).ifPresent(roles::add);
            }
        });
        if (!roles.isEmpty()) {
            attributes.put("roles", roles);
        }
    }

    private void updated(Located node, Map<String, Object> attributes) {
        Optional<Located> stated = node.get("x-last-updated-at").or(() -> node.get("x-wxpay-updated"));
        Optional<String> text = stated.flatMap(Located::text);
        if (text.isEmpty()) {
            return;
        }
        Matcher date = DATE.matcher(text.get());
        try {
            if (date.matches()) {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(date.group(1)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(3)));
                attributes.put("updated", day.toString());
                return;
            }
        } catch (DateTimeException e) {
            // Reported below, like any other text that is not a date.
        }
        findings.add(stated.get().span(), "`" + text.get() + "` is not a date: ignored");
    }

    private static void hosts(Located node, Optional<String> prefix, Map<String, Object> attributes) {
        List<String> alternatives = node.texts("x-wxpay-alternative-hosts");
        List<Object> hosts = new ArrayList<>();
        node.get("servers").map(Located::elements).orElse(List.of()).forEach(server -> server.text("url")
                .ifPresent(url -> hosts.add(host(url, alternatives.contains(url)))));
        for (String key : List.of("x-base-uri", "x-baseuri")) {
            node.text(key).ifPresent(url -> hosts.add(host(url.replaceFirst("/+$", ""), false)));
        }
        prefix.ifPresent(url -> hosts.add(host(url, false)));
        if (!hosts.isEmpty()) {
            attributes.put("hosts", hosts);
        }
    }

    private static Map<String, Object> host(String url, boolean alternative) {
        Map<String, Object> host = new LinkedHashMap<>();
        host.put("url", url);
        if (alternative) {
            host.put("alternative", true);
        }
        return host;
    }

    private static Map<String, Object> download(Located exported) {
        Map<String, Object> download = new LinkedHashMap<>();
        exported.text("url").ifPresent(value -> download.put("url", value));
        exported.text("hash-type").ifPresent(value -> download.put("hashType", value));
        exported.text("hash-value").ifPresent(value -> download.put("hashValue", value));
        exported.text("state").ifPresent(field -> download.put("waiting", Map.of(field, exported.texts("waiting"))));
        return download;
    }

    /** Reads the kinds of response that only the export tells apart. */
    private static void exportedResponse(Located node, Map<String, Object> attributes) {
        Optional<Located> success = node.get("responses").flatMap(responses -> responses.get("200"));
        if (node.get("x-wxpay-uri").isPresent()
                && success.filter(each -> each.get("content").isEmpty()).isPresent()) {
            attributes.put("responseKind", "redirect");
        }
    }
}
