package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.generator.read.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of documents and those of the spec language. */
final class Words {
    /** Roles by the names that official pages of different years give them. */
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("普通商户", "直连商户"),
            Map.entry("直连模式", "直连商户"),
            Map.entry("微信支付商户", "直连商户"),
            Map.entry("微信平台商户", "电商平台"),
            Map.entry("平台商户", "电商平台"),
            Map.entry("特约商户（直连模式）", "直连商户"),
            Map.entry("普通服务商", "服务商"),
            Map.entry("渠道服务商", "渠道商"),
            Map.entry("机构模式", "从业机构"),
            Map.entry("从业机构（支付机构）", "从业机构"),
            Map.entry("从业机构（银行）", "从业机构"));
    /** Formats of strings by their names in documents. */
    private static final Map<String, String> FORMATS = Map.of(
            "date", "date",
            "yyyyMMdd", "compact-date",
            "yyyyMMddHHmmss", "compact-date-time",
            "base64", "base64",
            "byte", "base64",
            "url", "url",
            "uri", "url",
            "MediaUrl", "url",
            "MediaId", "media-id",
            "ipv4", "ip");

    private static final Set<String> DATE_TIMES = Set.of("rfc3339", "date-time");
    private static final Set<String> WIDTHS = Set.of(
            "int32", "int64", "uint", "uint32", "uint64", "float", "double", "binary", "numeric", "password", "string");
    private static final List<String> TYPES =
            List.of("string", "integer", "number", "boolean", "object", "array", "file");
    private static final Pattern FIRST_CLAUSE = Pattern.compile("[;；。，,\\n：:`]|\\s{2,}|\\(|（");

    private Words() {}

    /** Returns the role of the spec language. */
    static Optional<String> role(String name) {
        String known = ROLES.getOrDefault(name.strip(), name.strip());
        return Arrays.stream(MerchantRole.values())
                .map(MerchantRole::key)
                .filter(known::equals)
                .findFirst();
    }

    /** Returns the format of the spec language. */
    static Optional<String> format(String name) {
        return Optional.ofNullable(FORMATS.get(name));
    }

    static boolean isDateTime(String format) {
        return DATE_TIMES.contains(format);
    }

    /** Returns true for a format that says nothing that a spec has. */
    static boolean isWidth(String format) {
        return WIDTHS.contains(format);
    }

    static boolean isType(String type) {
        return TYPES.contains(type);
    }

    /** Returns the type that was probably meant. */
    static Optional<String> likelyType(String type) {
        String text = type.strip();
        if (text.matches("u?int[0-9]*|long|unit[0-9]+")) {
            return Optional.of("integer");
        }
        return TYPES.stream().filter(text::startsWith).findFirst().or(() -> Suggestion.nearest(text, TYPES));
    }

    /** Returns the finding for a key that is not one of those that documents have. */
    static String unknownKey(String key, Set<String> known) {
        return "unknown key `" + key + "` was ignored"
                + Suggestion.nearest(key, known)
                        .map(word -> "; did you mean `" + word + "`?")
                        .orElse("");
    }

    /** Returns the first clause of a description, which is the official name, and the whole if there is more. */
    static Titled titled(String description) {
        String text = description.strip();
        Matcher end = FIRST_CLAUSE.matcher(text);
        if (!end.find() || end.start() == 0) {
            return new Titled(text, Optional.empty());
        }
        return new Titled(text.substring(0, end.start()).strip(), Optional.of(text));
    }

    /** Returns the place in the product tree: {@code 基础支付∙合单} is {@code 基础支付 / 合单}. */
    static String product(String tag) {
        return String.join(
                " / ",
                Arrays.stream(tag.replaceFirst("^APIv[23]∙", "").split("∙", -1))
                        .map(part -> part.replace('/', '、').strip())
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /** Returns the pattern of a whole text for that of any part of it. */
    static String whole(String pattern) {
        // Some documents write the literal of JavaScript.
        boolean literal = pattern.length() > 2 && pattern.startsWith("/") && pattern.endsWith("/");
        String body = literal ? pattern.substring(1, pattern.length() - 1) : pattern;
        Matcher exported =
                Pattern.compile("\\^\\(\\?:(.*)\\)\\$", Pattern.DOTALL).matcher(body);
        if (exported.matches()) {
            return exported.group(1);
        }
        if ((body.contains("^") || body.contains("$")) && hasAlternatives(body)) {
            // An anchor belongs to its alternative only: ^a|b$ also fits axx and xxb.
            return ".*(" + body + ").*";
        }
        boolean start = body.startsWith("^");
        boolean end = body.endsWith("$") && !body.endsWith("\\$");
        body = body.substring(start ? 1 : 0, body.length() - (end ? 1 : 0));
        boolean alternatives = body.contains("|") && !(start && end);
        String core = alternatives || body.contains("|") ? "(" + body + ")" : body;
        return (start ? "" : ".*") + core + (end ? "" : ".*");
    }

    /** Tests whether a pattern consists of alternatives that no group surrounds. */
    private static boolean hasAlternatives(String pattern) {
        int depth = 0;
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (c == '|' && depth == 0) {
                return true;
            }
        }
        return false;
    }

    /** A title, and the description that it is part of. */
    record Titled(String title, Optional<String> description) {}
}
