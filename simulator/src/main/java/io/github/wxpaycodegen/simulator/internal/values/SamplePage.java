package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.PageKind;
import io.github.wxpaycodegen.generator.model.Pages;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The page of a sample list that a request chooses. The list has five items and a page at most two, so that a client meets
 * pages that are shorter than it asked for.
 *
 * @param pages how the response continues
 * @param from the number of items before the page
 * @param items the number of items of the page
 */
public record SamplePage(Pages pages, int from, int items) {
    /** Fields that are the caller's in all items, or that its samples do not have. */
    private static final Set<String> OF_CALLERS = Set.of(
            "mchid", "sp_mchid", "sub_mchid", "mch_id", "sub_mch_id", "appid", "sp_appid", "sub_appid", "brand_id");

    /** The number of items of the whole list. */
    public static final int TOTAL = 5;

    private static final int MOST = 2;
    private static final String TOKEN = "page-after-";

    /** Returns the page that a request of an operation chooses; empty if its response has no pages. */
    public static Optional<SamplePage> of(Operation operation, Map<String, String> request) {
        return operation.pages().map(pages -> of(pages, request));
    }

    static SamplePage of(Pages pages, Map<String, String> request) {
        int size = (int) Math.min(
                MOST,
                Math.max(
                        1, pages.size().map(name -> number(request, name, MOST)).orElse((long) MOST)));
        String at = request.getOrDefault(pages.at(), "");
        long from =
                switch (pages.by()) {
                    case OFFSET -> number(request, pages.at(), pages.first()) - pages.first();
                    case PAGE -> (number(request, pages.at(), pages.first()) - pages.first()) * size;
                    case TOKEN -> at.startsWith(TOKEN) ? Long.parseLong(at.substring(TOKEN.length())) : 0;
                };
        int begin = (int) Math.max(0, Math.min(TOTAL, from));
        return new SamplePage(pages, begin, Math.min(size, TOTAL - begin));
    }

    private static long number(Map<String, String> request, String name, long otherwise) {
        String text = request.getOrDefault(name, "");
        return text.isEmpty() ? otherwise : Long.parseLong(text);
    }

    /** Returns the token of the next page; empty on the last one, and if there are no tokens. */
    public Optional<String> next() {
        boolean isLast = from + items >= TOTAL;
        return isLast || pages.by() != PageKind.TOKEN ? Optional.empty() : Optional.of(TOKEN + (from + items));
    }

    /**
     * Returns the value of an item, which differs from that of the items before.
     *
     * @param position the position of the item on the page
     */
    public String distinct(String sample, int position) {
        int last = sample.length() - 1;
        boolean fits = last > 0 && Character.isDigit(sample.charAt(last));
        return (fits ? sample.substring(0, last) : sample) + (from + position);
    }

    /** Returns the field of an item by which the items of the list differ; empty if it has no plain text or number. */
    public static Optional<Field> distinctField(ObjectShape item) {
        Optional<Field> text = plain(item, FieldType.Scalar.STRING);
        return text.isPresent() ? text : plain(item, FieldType.Scalar.INTEGER);
    }

    private static Optional<Field> plain(ObjectShape item, FieldType.Scalar type) {
        return item.fields().stream()
                .filter(field -> field.type() == type
                        && !OF_CALLERS.contains(field.name())
                        && !field.list()
                        && !field.indexed()
                        && field.source().constant().isEmpty()
                        && field.wire().encoded().isEmpty()
                        && field.docs().meaning().format().isEmpty())
                .findFirst();
    }
}
