package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.bill.Amount;
import io.github.wxpaycodegen.cli.bill.BillFile;
import io.github.wxpaycodegen.cli.bill.RowWriter;
import io.github.wxpaycodegen.cli.call.CallReport;
import io.github.wxpaycodegen.cli.call.CallRequest;
import io.github.wxpaycodegen.cli.call.CallTarget;
import io.github.wxpaycodegen.cli.call.RawCaller;
import io.github.wxpaycodegen.cli.catalog.Catalog;
import io.github.wxpaycodegen.cli.command.Terminal.Style;
import io.github.wxpaycodegen.runtime.bill.BillDifference;
import io.github.wxpaycodegen.runtime.bill.BillFormatException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wxpay bill}. */
@Command(
        name = "bill",
        description = "Download, verify, summarize and convert a bill.",
        footerHeading = "%n",
        footer = {
            "FILE is a bill, CSV or gzip. With --date, it is downloaded to FILE first, which must not exist, and its",
            "digest is verified; a FILE that ends in .gz is gzip, any other CSV. Amounts in bills are in yuan; they are",
            "printed and converted in yuan and in fen.",
            "Ends with status 1 if the bill is incomplete, or its digest or a total does not match. A bill with another",
            "digest is not converted.",
            "Example: wxpay bill bill.csv.gz --date 2026-11-22 --convert JSON --out bill.json"
        })
final class BillCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Parameters(paramLabel = "FILE", description = "The bill.")
    private Path file = Path.of("");

    @Option(names = "--date", paramLabel = "DAY", description = "Download the bill of a day: 2026-11-22.")
    private @Nullable String date;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "TRADE",
            description = "With --date: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Kind kind = Kind.TRADE;

    @Option(names = "--sha1", paramLabel = "HEX", description = "The digest of the decompressed bill, to be verified.")
    private @Nullable String sha1;

    @Option(
            names = "--convert",
            paramLabel = "FORMAT",
            description = "Write the rows as ${COMPLETION-CANDIDATES} to --out.")
    private RowWriter.@Nullable Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the rows. Must not exist.")
    private @Nullable Path out;

    BillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The bills that can be downloaded. */
    enum Kind {
        TRADE("/v3/bill/tradebill"),
        FUND_FLOW("/v3/bill/fundflowbill"),
        PROFIT_SHARING("/v3/profitsharing/bills");

        private final String uri;

        Kind(String uri) {
            this.uri = uri;
        }
    }

    @Override
    public Integer call() throws IOException {
        // All that can be wrong with the command line is found before anything is sent or written.
        FileHash expected = sha1 == null ? null : hash(sha1);
        requireTarget();
        if (date != null) {
            CallReport report = download(day(date));
            int status = ExitStatus.of(report, false);
            if (status != ExitStatus.GOOD) {
                terminal.note("wxpay: " + report.message() + (report.advice() == null ? "" : ": " + report.advice()));
                return status;
            }
        }
        try {
            BillFile bill = BillFile.open(file);
            Boolean intact = expected == null ? null : bill.hasHash(expected);
            boolean wrong = Boolean.FALSE.equals(intact);
            if (wrong && date != null) {
                // Before it is read, which fails if the content is no bill at all.
                Files.delete(file);
                terminal.note("wxpay: " + file + " was not kept, because it is not the bill that --sha1 names");
                return ExitStatus.NEGATIVE;
            }
            BillFile.Totals totals = wrong ? bill.read(new NoSink()) : read(bill);
            print(bill, totals, intact);
            return wrong || !totals.differences().isEmpty() ? ExitStatus.NEGATIVE : ExitStatus.GOOD;
        } catch (BillFormatException e) {
            terminal.note("wxpay: " + e.getMessage());
            return ExitStatus.NEGATIVE;
        }
    }

    private static FileHash hash(String hex) {
        try {
            return FileHash.of(FileHash.Type.SHA1, hex);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--sha1: " + e.getMessage());
        }
    }

    private static String day(String given) {
        try {
            return LocalDate.parse(given).toString();
        } catch (DateTimeException e) {
            throw CommandException.usage("--date must be a day, 2026-11-22 (was '" + given + "')");
        }
    }

    private void requireTarget() {
        if ((format == null) != (out == null)) {
            throw CommandException.usage("--convert and --out belong together");
        }
        if (out == null) {
            return;
        }
        if (out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw CommandException.usage("--out must be another file than the bill, " + file);
        }
        NewFile.require(out, "remove it, or name another file");
    }

    /** Downloads the bill. The file exists only if its digest is the one that the gateway states. */
    private CallReport download(String day) throws IOException {
        NewFile.require(file, "remove it, or omit --date to read it");
        CallTarget target = CallTarget.find(Catalog.read(), kind.uri, "GET", Map.of());
        List<Map.Entry<String, String>> query = new ArrayList<>(List.of(Map.entry("bill_date", day)));
        if (file.toString().endsWith(".gz")) {
            query.add(Map.entry("tar_type", "GZIP"));
        }
        CallRequest request = new CallRequest(query, null, null, file);
        try (RawCaller caller = new RawCaller(settings.read(terminal), target)) {
            return caller.call(target, request, null);
        }
    }

    private BillFile.Totals read(BillFile bill) throws IOException {
        if (format == null || out == null) {
            return bill.read(new NoSink());
        }
        Writer writer = Files.newBufferedWriter(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean whole = false;
        try {
            BillFile.Totals totals;
            try (writer) {
                totals = bill.read(new RowWriter(writer, format, bill.isInYuan()));
            }
            whole = true;
            return totals;
        } finally {
            // An incomplete bill, or a full disk, must not leave rows behind that look complete.
            if (!whole) {
                Files.deleteIfExists(out);
            }
        }
    }

    private void print(BillFile bill, BillFile.Totals totals, @Nullable Boolean intact) {
        if (output.json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("kind", totals.kind());
            object.put("rows", totals.rows());
            object.put("digestMatches", intact);
            object.put(
                    "totals",
                    totals.totals().stream().map(each -> json(bill, each)).toList());
            object.put(
                    "differences",
                    totals.differences().stream().map(BillCommand::json).toList());
            terminal.json(object);
            return;
        }
        terminal.line(terminal.colored(Style.STRONG, totals.kind()) + ": " + totals.rows()
                + (totals.rows() == 1 ? " row" : " rows"));
        totals.totals()
                .forEach(each -> each.forEach(
                        (column, cell) -> terminal.line("  " + column + ": " + cell + fen(bill, column, cell))));
        if (intact != null) {
            terminal.line(
                    intact
                            ? terminal.colored(Style.GOOD, "The digest matches.")
                            : terminal.colored(Style.BAD, "The digest differs."));
        }
        totals.differences()
                .forEach(each -> terminal.line(terminal.colored(
                        Style.DOUBTFUL,
                        each.column() + ": the summary states " + each.stated() + " yuan, the rows add up to "
                                + each.summed() + " yuan")));
    }

    private static String fen(BillFile bill, String column, String cell) {
        OptionalLong fen = bill.isInYuan() ? Amount.fen(column, cell) : OptionalLong.empty();
        return fen.isPresent() ? " yuan (" + fen.getAsLong() + " fen)" : "";
    }

    private static Map<String, Object> json(BillFile bill, Map<String, String> totals) {
        Map<String, Object> object = new LinkedHashMap<>();
        totals.forEach((column, cell) -> {
            object.put(column, cell);
            if (bill.isInYuan()) {
                Amount.fen(column, cell).ifPresent(amount -> object.put(column + "(fen)", amount));
            }
        });
        return object;
    }

    private static Map<String, String> json(BillDifference difference) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("column", difference.column());
        object.put("stated", difference.stated());
        object.put("summed", difference.summed());
        return object;
    }

    private static final class NoSink implements BillFile.RowSink {
        @Override
        public void columns(List<String> names) {}

        @Override
        public void row(Map<String, String> cells) {}
    }
}
