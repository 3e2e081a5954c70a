package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.json.JsonText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes findings in the Static Analysis Results Interchange Format, SARIF 2.1.0 of OASIS. Suppressed findings are
 * included with their reasons, as the format provides.
 */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String PROJECT = "https://github.com/wxpaycodegen/wxpay-codegen";
    private static final String MANUAL = PROJECT + "/blob/main/api-specs/README.md#errors-1";
    private static final String ROOT = "SRCROOT";

    private final Validation validation;
    private final ReportPlaces places;
    private final Fingerprints fingerprints = new Fingerprints();
    private final List<Code> rules;

    SarifReport(Validation validation, ReportPlaces places) {
        this.validation = validation;
        this.places = places;
        this.rules = List.copyOf(new TreeSet<>(Stream.concat(
                        validation.findings().stream().map(Finding::diagnostic),
                        validation.suppressed().stream().map(SuppressedFinding::diagnostic))
                .map(Diagnostic::code)
                .toList()));
    }

    String write() {
        List<Map<String, Object>> results = new ArrayList<>();
        validation.findings().forEach(finding -> results.add(result(finding.diagnostic(), finding.severity())));
        validation.suppressed().forEach(finding -> {
            Map<String, Object> result = result(finding.diagnostic(), finding.severity());
            result.put("suppressions", List.of(object("kind", "inSource", "justification", finding.reason())));
            results.add(result);
        });
        Map<String, Object> driver = object("name", "wxpay-codegen", "informationUri", PROJECT);
        driver.put("rules", rules.stream().map(SarifReport::rule).toList());
        Map<String, Object> run = object("tool", object("driver", driver), "columnKind", "unicodeCodePoints");
        run.put("results", results);
        return JsonText.of(object("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
    }

    private static Map<String, Object> rule(Code code) {
        Map<String, Object> rule = object("id", code.id(), "name", name(code));
        rule.put("shortDescription", text(description(code)));
        rule.put("helpUri", MANUAL);
        rule.put(
                "defaultConfiguration",
                object("level", level(Severities.defaults().of(code))));
        return rule;
    }

    /** Returns the constant as a sentence: {@code Text without length}. */
    private static String description(Code code) {
        String words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String name(Code code) {
        StringBuilder name = new StringBuilder();
        for (String word : code.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private Map<String, Object> result(Diagnostic diagnostic, Severity severity) {
        Map<String, Object> result = object("ruleId", diagnostic.code().id(), "level", level(severity));
        result.put("ruleIndex", rules.indexOf(diagnostic.code()));
        result.put(
                "message",
                text(diagnostic.message()
                        + diagnostic.help().map(help -> "; " + help).orElse("")));
        result.put("locations", List.of(location(diagnostic.span())));
        if (!diagnostic.related().isEmpty()) {
            result.put(
                    "relatedLocations",
                    diagnostic.related().stream().map(this::location).toList());
        }
        result.put("partialFingerprints", object("wxpay/v1", fingerprints.next(diagnostic)));
        return result;
    }

    private Map<String, Object> location(SourceSpan span) {
        boolean own = validation.own().contains(span.file());
        Map<String, Object> artifact = object("uri", uri(own ? places.path(span.file()) : span.file()));
        if (own) {
            artifact.put("uriBaseId", ROOT);
        }
        Map<String, Object> region = object("startLine", span.line(), "startColumn", span.column());
        region.put("endColumn", span.column() + span.length());
        return object("physicalLocation", object("artifactLocation", artifact, "region", region));
    }

    /** Template segments have braces, which a URI must escape. */
    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path + " cannot be written as a URI", e);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
            case OFF -> "none";
        };
    }

    private static Map<String, Object> text(String text) {
        return object("text", text);
    }

    private static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }
}
