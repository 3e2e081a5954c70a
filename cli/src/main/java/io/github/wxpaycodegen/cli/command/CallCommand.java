package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.call.CallReport;
import io.github.wxpaycodegen.cli.call.CallReport.Effect;
import io.github.wxpaycodegen.cli.call.CallRequest;
import io.github.wxpaycodegen.cli.call.CallTarget;
import io.github.wxpaycodegen.cli.call.QueryNumbers;
import io.github.wxpaycodegen.cli.call.RawCaller;
import io.github.wxpaycodegen.cli.catalog.Catalog;
import io.github.wxpaycodegen.cli.catalog.CatalogEntry;
import io.github.wxpaycodegen.cli.command.Terminal.Style;
import io.github.wxpaycodegen.cli.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wxpay call}. */
@Command(
        name = "call",
        description = "Call any operation, with a signed request and a verified response.",
        footerHeading = "%n",
        footer = {
            "Prints the outcome, ACCEPTED, REJECTED, UNKNOWN or NOT_SENT, then the response as received.",
            "After UNKNOWN it may have happened: query before calling again, and then use the same number.",
            "The request is sent as written; no field is filled in. Fields that the specs declare as encrypted are",
            "written as plain text: the program encrypts them. Of an operation without a spec, nothing is encrypted.",
            "A call that may change something needs --yes.",
            "Example: wxpay call /v3/pay/transactions/out-trade-no/A1 --query mchid=1230000109"
        })
final class CallCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Parameters(
            paramLabel = "URI",
            description = "The URI of 'wxpay operations', or the path with values: /v3/... or /v2/...")
    private String uri = "";

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "The HTTP method, if the URI has several or is not known.")
    private @Nullable String method;

    @Option(
            names = "--segment",
            paramLabel = "NAME=VALUE",
            description = "The value of a template {name} in the URI. Repeatable.")
    private List<String> segments = new ArrayList<>();

    @Option(names = "--query", paramLabel = "NAME=VALUE", description = "A query parameter. Repeatable.")
    private List<String> query = new ArrayList<>();

    @Option(
            names = "--body",
            paramLabel = "FILE",
            description =
                    "The JSON of the request; of v2 one object, whose members become fields. - is the standard input.")
    private @Nullable String body;

    @Option(names = "--upload", paramLabel = "FILE", description = "The file to upload, of v3.")
    private @Nullable Path upload;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to store the file that the response links to, or the response itself. Must not exist.")
    private @Nullable Path out;

    @Option(
            names = "--host",
            paramLabel = "URL",
            description = "Another host of the operation, or one that allow-host names.")
    private @Nullable URI host;

    @Option(names = "--yes", description = "Make the call even if it may change something.")
    private boolean yes;

    CallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Catalog catalog = Catalog.read();
            CallTarget target = CallTarget.find(catalog, uri, method, templates());
            CallRequest request = request();
            if (target.mayChange() && !yes) {
                throw CommandException.usage(target + " may change something: nothing was sent. Repeat it with --yes");
            }
            try (RawCaller caller = new RawCaller(settings.read(terminal), target)) {
                CallReport report = caller.call(target, request, host);
                print(target, report, QueryNumbers.of(catalog, target, request));
                return ExitStatus.of(report, target.mayChange());
            }
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private CallRequest request() throws IOException {
        if (out != null) {
            NewFile.require(out, "remove it, or name another file");
        }
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        for (String each : query) {
            NameValue parameter = NameValue.parse("--query", "NAME=VALUE", each);
            parameters.add(new AbstractMap.SimpleImmutableEntry<>(parameter.name(), parameter.value()));
        }
        String json = body == null ? null : Inputs.text(Inputs.read(terminal, body));
        return new CallRequest(parameters, json, upload, out);
    }

    private Map<String, String> templates() {
        Map<String, String> values = new LinkedHashMap<>();
        segments.forEach(each -> {
            NameValue segment = NameValue.parse("--segment", "NAME=VALUE", each);
            if (values.putIfAbsent(segment.name(), segment.value()) != null) {
                throw CommandException.usage("--segment " + segment.name() + " is given twice: give it once");
            }
        });
        return values;
    }

    private void print(CallTarget target, CallReport report, Map<String, String> numbers) {
        if (output.json) {
            terminal.json(json(target, report, numbers));
            return;
        }
        Style style =
                switch (report.outcome()) {
                    case ACCEPTED -> Style.GOOD;
                    case UNKNOWN -> Style.DOUBTFUL;
                    case REJECTED, NOT_SENT -> Style.BAD;
                };
        terminal.line(terminal.colored(style, report.outcome().name()) + "  " + target);
        line("HTTP status", report.status());
        line("error code", report.errorCode());
        line("message", withoutAdvice(report.message(), report.advice()));
        line("advice", report.advice());
        line("request id", report.requestId());
        if (report.outcome() == Effect.UNKNOWN) {
            target.known()
                    .map(CatalogEntry::settledBy)
                    .filter(query -> !query.isEmpty())
                    .ifPresent(query -> line("query it by", query + with(numbers)));
        }
        line("file", report.file());
        if (!report.body().isEmpty()) {
            terminal.line("");
            terminal.line(report.body());
        }
    }

    /** Returns a message without the advice at its end, which has a line of its own. */
    private static @Nullable String withoutAdvice(@Nullable String message, @Nullable String advice) {
        return message != null && advice != null && message.endsWith(advice)
                ? message.substring(0, message.length() - advice.length()).strip()
                : message;
    }

    private static String with(Map<String, String> numbers) {
        StringJoiner with = new StringJoiner(", ", ", with ", "").setEmptyValue("");
        numbers.forEach((name, value) -> with.add(name + " " + value));
        return with.toString();
    }

    private void line(String name, @Nullable Object value) {
        if (value != null) {
            terminal.line(name + ": " + value);
        }
    }

    private static Map<String, @Nullable Object> json(
            CallTarget target, CallReport report, Map<String, String> numbers) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("outcome", report.outcome().name());
        object.put("method", target.method());
        object.put("path", target.path());
        object.put("status", report.status());
        object.put("errorCode", report.errorCode());
        object.put("message", report.message());
        object.put("advice", report.advice());
        object.put("requestId", report.requestId());
        object.put(
                "settledBy",
                target.known()
                        .map(CatalogEntry::settledBy)
                        .filter(query -> !query.isEmpty())
                        .orElse(null));
        object.put("numbers", numbers.isEmpty() ? null : numbers);
        object.put("file", report.file() == null ? null : report.file().path().toString());
        object.put("body", body(report.body()));
        return object;
    }

    /** Returns JSON as such, and anything else as a text. */
    private static @Nullable Object body(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Json.read(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
