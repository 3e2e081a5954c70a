package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.catalog.Catalog;
import io.github.wxpaycodegen.cli.catalog.CatalogEntry;
import io.github.wxpaycodegen.cli.catalog.CatalogSearch;
import io.github.wxpaycodegen.cli.command.Terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wxpay operations}. */
@Command(
        name = "operations",
        description = "Find operations by Chinese title, product, path or field.",
        footerHeading = "%n",
        footer = {
            "Each condition compares a part, ignoring case, and all conditions must hold.",
            "Prints method and path, title and product, and the line of Java that makes the call.",
            "Example: wxpay operations 退款 --field out_refund_no"
        })
final class OperationsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "TEXT", description = "A part of the title, the product, the path or the line of Java.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--title", paramLabel = "TEXT", description = "A part of the title.")
    private @Nullable String title;

    @Option(names = "--product", paramLabel = "TEXT", description = "A part of the product.")
    private @Nullable String product;

    @Option(names = "--path", paramLabel = "TEXT", description = "A part of the path.")
    private @Nullable String path;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description = "A part of the name of a request or response field, such as amount.total.")
    private @Nullable String field;

    @Option(names = "--fields", description = "Print the names of all fields, too.")
    private boolean fields;

    OperationsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CatalogSearch search = new CatalogSearch(words, title, product, path, field);
        List<CatalogEntry> found = Catalog.read().search(search);
        if (output.json) {
            terminal.json(found.stream().map(entry -> json(entry, search)).toList());
        } else {
            found.forEach(entry -> print(entry, search));
        }
        if (found.isEmpty()) {
            terminal.note("no operation matches; a shorter part may find one");
        }
        return found.isEmpty() ? ExitStatus.NEGATIVE : ExitStatus.GOOD;
    }

    private Map<String, @Nullable Object> json(CatalogEntry entry, CatalogSearch search) {
        Map<String, @Nullable Object> object = entry.index();
        if (fields) {
            object.put("requestFields", entry.requestFields());
            object.put("responseFields", entry.responseFields());
        } else if (field != null) {
            object.put("requestFields", search.fieldsOf(entry.requestFields()));
            object.put("responseFields", search.fieldsOf(entry.responseFields()));
        }
        return object;
    }

    private void print(CatalogEntry entry, CatalogSearch search) {
        String heading = entry.title() + (entry.product().isEmpty() ? "" : " · " + entry.product());
        terminal.line(terminal.colored(Style.STRONG, entry.toString()) + "  " + heading + remark(entry));
        terminal.line("    " + entry.java());
        print("request", fields ? entry.requestFields() : search.fieldsOf(entry.requestFields()));
        print("response", fields ? entry.responseFields() : search.fieldsOf(entry.responseFields()));
    }

    private void print(String message, List<String> names) {
        if (!names.isEmpty()) {
            terminal.line("    " + terminal.colored(Style.FAINT, message + ": " + String.join(", ", names)));
        }
    }

    private String remark(CatalogEntry entry) {
        if (entry.isClosed()) {
            return terminal.colored(Style.DOUBTFUL, " (closed)");
        }
        return entry.isDeprecated() ? terminal.colored(Style.DOUBTFUL, " (deprecated)") : "";
    }
}
