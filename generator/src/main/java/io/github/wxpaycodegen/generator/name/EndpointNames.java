package io.github.wxpaycodegen.generator.name;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Derives the Java names of an endpoint from its URI alone: the names of its messages and of its place in the chain of
 * calls. Adding or changing another file never renames it.
 */
public final class EndpointNames {
    /** Maximum length of a message name that is still readable. */
    public static final int LONGEST = 60;

    /** Number of segments before those that distinguish an endpoint within its product: the root and the product. */
    private static final int BELOW_PRODUCT = 2;

    /** A name of a single word is too short without its product: {@code OrdersRequest}. */
    private static final int FEWEST_WORDS = 2;

    private EndpointNames() {}

    /** Returns the prefix of the names of an operation's messages: {@code TransactionsOutTradeNoClose}. */
    public static String messages(Endpoint endpoint, Operation operation) {
        return operation.javaName().orElseGet(() -> stem(endpoint) + marker(operation.method()));
    }

    /**
     * Returns the method as a suffix; empty for POST, which is the usual method. Other methods are always named, even
     * if they are the only one.
     */
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

    /**
     * @param said the number of words, without leading words that only announce a template
     */
    private record Words(String text, int said) {}

    /** Builds a name from the segments of an endpoint, starting at this one. */
    private static Words words(Endpoint endpoint, int from) {
        String[] segments = segments(endpoint.chain(), endpoint.javaName());
        int last = segments.length - 1;
        StringBuilder text = new StringBuilder();
        int said = 0;
        for (int i = from; i <= last; i++) {
            String segment = segments[i];
            String next = i == last ? "" : segments[i + 1];
            if (isTemplate(segment)) {
                // Only the last template adds words. An earlier one identifies the resource that the literal before it
                // already names.
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

    /**
     * Returns whether the literal announces the template, as {@code out-trade-no} does {@code {combine_out_trade_no}}.
     */
    private static boolean announces(String literal, String template) {
        if (!isTemplate(template) || isTemplate(literal)) {
            return false;
        }
        List<String> name = words(template);
        List<String> said = words(literal);
        return name.size() >= said.size()
                && name.subList(name.size() - said.size(), name.size()).equals(said);
    }

    /**
     * Returns whether the literal is a prefix of the next segment, as {@code product-coupon} is of {@code
     * product-coupons}, and {@code stocks} of {@code {stock_id}}.
     */
    private static boolean begins(String literal, String next) {
        if (isTemplate(literal)) {
            return false;
        }
        List<String> said = words(literal);
        List<String> whole = words(next);
        return whole.size() >= said.size() && singular(said).equals(singular(whole.subList(0, said.size())));
    }

    private static List<String> singular(List<String> words) {
        List<String> singular = new ArrayList<>(words);
        singular.set(singular.size() - 1, Plurals.singular(singular.get(singular.size() - 1)));
        return singular;
    }

    /**
     * Returns the words of a template that the segment before it does not contain: {@code id} for {@code {stock_id}}
     * behind {@code stocks}.
     */
    private static String rest(String before, String template) {
        List<String> words = words(template);
        int said = words(before).size();
        return words.size() > said && begins(before, template)
                ? String.join("_", words.subList(said, words.size()))
                : template;
    }

    /**
     * Returns the name of the interface of a place in the chain, from its last segment and without the suffix of
     * top-level interfaces. The name of a template differs from that of the literal before it, which may have an
     * interface of its own.
     *
     * @param javaName replaces the name of the last segment
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
     * Returns the steps from the root to a URI, each a method of the chain. A literal and a template that repeats it
     * form one step, {@code out-trade-no/{out_trade_no}}. Any other segment is a step of its own.
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

    /** Returns the words in lower case: letters and digits, divided by other characters and before capitals. */
    private static List<String> words(String segment) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= segment.length(); i++) {
            boolean ends = i == segment.length() || !JavaNames.isAlphanumeric(segment.charAt(i));
            boolean begins = !ends && i > start && isCapital(segment.charAt(i)) && !isCapital(segment.charAt(i - 1));
            if ((ends || begins) && i > start) {
                words.add(segment.substring(start, i).toLowerCase(Locale.ROOT));
            }
            if (ends) {
                start = i + 1;
            } else if (begins) {
                start = i;
            }
        }
        return words;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
