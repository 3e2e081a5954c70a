package io.github.wxpaycodegen.generator.name;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Derives the Java names of an endpoint from its URI alone, so that another file never renames it: those of its messages, and
 * those of its place in the chain of calls.
 */
public final class EndpointNames {
    /** The most characters of the name of a message that still read well. */
    public static final int LONGEST = 60;

    /** The root and the product precede what distinguishes an endpoint within its product. */
    private static final int BELOW_PRODUCT = 2;

    /** A name of one word says too little without its product: {@code OrdersRequest}. */
    private static final int FEWEST_WORDS = 2;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    private EndpointNames() {}

    /** Returns what the names of the messages of an operation begin with: {@code TransactionsOutTradeNoClose}. */
    public static String messages(Endpoint endpoint, Operation operation) {
        return operation.javaName().orElseGet(() -> stem(endpoint) + marker(operation.method()));
    }

    /** POST is the usual method and is not mentioned; the others are, even where they are alone. */
    private static String marker(HttpMethod method) {
        String name = method.name();
        return method == HttpMethod.POST
                ? ""
                : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String stem(Endpoint endpoint) {
        Words below = words(endpoint, BELOW_PRODUCT);
        return (below.said() >= FEWEST_WORDS ? below : words(endpoint, BELOW_PRODUCT - 1)).text();
    }

    /** @param said the number of words, without those at the beginning that only announce a template */
    private record Words(String text, int said) {}

    /** Names an endpoint by its segments from this one on. */
    private static Words words(Endpoint endpoint, int from) {
        String[] segments = segments(endpoint.chain(), endpoint.javaName());
        int last = segments.length - 1;
        StringBuilder text = new StringBuilder();
        int said = 0;
        for (int i = from; i <= last; i++) {
            String segment = segments[i];
            String next = i == last ? "" : segments[i + 1];
            if (isTemplate(segment)) {
                // Those before the last one say of what the last segment is a part, which the literals say already.
                if (i == last && !announces(segments[i - 1], segment)) {
                    text.append("By").append(JavaNames.pascal(rest(segments[i - 1], segment)));
                }
            } else if (isTemplate(next) || !begins(segment, next)) {
                text.append(JavaNames.pascal(segment));
                said += said == 0 && announces(segment, next)
                        ? 0
                        : words(segment).size();
            }
        }
        return new Words(text.toString(), said);
    }

    private static String[] segments(String path, Optional<String> lastName) {
        String[] segments = path.split("/");
        lastName.ifPresent(name -> segments[segments.length - 1] = name);
        return segments;
    }

    /** {@code out-trade-no} announces {@code {combine_out_trade_no}}. */
    private static boolean announces(String literal, String template) {
        List<String> name = words(template);
        List<String> said = words(literal);
        return isTemplate(template)
                && !isTemplate(literal)
                && name.size() >= said.size()
                && name.subList(name.size() - said.size(), name.size()).equals(said);
    }

    /** {@code product-coupon} begins {@code product-coupons}, and {@code stocks} begins {@code {stock_id}}. */
    private static boolean begins(String literal, String next) {
        List<String> said = words(literal);
        List<String> whole = words(next);
        return !isTemplate(literal)
                && whole.size() >= said.size()
                && singular(said).equals(singular(whole.subList(0, said.size())));
    }

    private static List<String> singular(List<String> words) {
        List<String> singular = new ArrayList<>(words);
        singular.set(singular.size() - 1, Plurals.singular(singular.get(singular.size() - 1)));
        return singular;
    }

    /** Returns what a template says besides the segment before it: of {@code {stock_id}} behind {@code stocks} the {@code id}. */
    private static String rest(String before, String template) {
        List<String> words = words(template);
        int said = words(before).size();
        return words.size() > said && begins(before, template)
                ? String.join("_", words.subList(said, words.size()))
                : template;
    }

    /**
     * Returns the name of the interface of a place in the chain, without the suffix of a top-level one: that of its last segment.
     * A template is not called like the literal before it, which may have an interface of its own.
     *
     * @param javaName the name that replaces that of the last segment
     */
    public static String place(String path, Optional<String> javaName) {
        String segment = lastSegment(path);
        return javaName.map(JavaNames::pascal)
                .orElseGet(() -> (isTemplate(segment) ? "By" : "") + JavaNames.pascal(segment));
    }

    /** Returns the last segment of a path. */
    public static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Returns the steps from the root to a URI, each a method of the chain. A template that repeats the literal before it is one
     * step with it, {@code out-trade-no/{out_trade_no}}; any other segment is one of its own.
     */
    public static List<String> steps(String chain) {
        List<String> steps = new ArrayList<>();
        String[] segments = chain.split("/");
        for (int i = 0; i < segments.length; i++) {
            if (i + 1 < segments.length && isMerged(segments[i], segments[i + 1])) {
                steps.add(segments[i] + "/" + segments[i + 1]);
                i++;
            } else {
                steps.add(segments[i]);
            }
        }
        return steps;
    }

    private static boolean isMerged(String literal, String template) {
        return announces(literal, template)
                && words(literal).size() == words(template).size();
    }

    /** Returns whether a segment is a template, {@code {out_trade_no}}. */
    public static boolean isTemplate(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> words(String segment) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(segment)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
