package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what specs say of the last change of their pages with the dates of the pages that were read. */
final class PageDates {
    private static final Pattern PAGE = Pattern.compile("(https://\\S+) \\((\\d{4}-\\d{2}-\\d{2})\\)");

    /** Pages about something else, which only mention the operation. */
    private static final Set<String> OTHERS = Set.of(
            "https://pay.weixin.qq.com/doc/v3/partner/4012072119",
            "https://pay.weixin.qq.com/doc/v3/merchant/4018672031");

    private PageDates() {}

    /** Returns the pages that are newer than the spec of their operation or notification says. */
    static List<String> older(Path pages, Specs specs) {
        Map<String, LocalDate> updated = updated(specs);
        List<String> found = new ArrayList<>();
        for (String line : Evidence.lines(pages)) {
            String[] parts = line.split(" ; ", -1);
            Matcher page = PAGE.matcher(parts[3]);
            while (page.find()) {
                LocalDate date = LocalDate.parse(page.group(2));
                if (!OTHERS.contains(page.group(1))
                        && updated.getOrDefault(parts[0], LocalDate.MIN).isBefore(date)) {
                    found.add(parts[0] + ": " + page.group());
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private static Map<String, LocalDate> updated(Specs specs) {
        Map<String, LocalDate> dates = new HashMap<>();
        specs.endpoints().forEach(endpoint -> endpoint.operations()
                .forEach(operation ->
                        put(dates, operation.method().name() + " /" + endpoint.uri(), operation.documentation())));
        specs.notifications()
                .forEach(notification -> put(
                        dates,
                        "NOTIFY " + notification.protocol().name().toLowerCase(Locale.ROOT) + " " + notification.id(),
                        notification.documentation()));
        return dates;
    }

    private static void put(Map<String, LocalDate> dates, String name, Documentation documentation) {
        documentation.updated().ifPresent(date -> dates.put(name, date));
    }
}
