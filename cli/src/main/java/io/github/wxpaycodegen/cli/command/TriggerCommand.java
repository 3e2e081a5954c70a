package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.catalog.NotificationCatalog;
import io.github.wxpaycodegen.cli.command.Terminal.Style;
import io.github.wxpaycodegen.cli.trigger.ReplyVerdict;
import io.github.wxpaycodegen.cli.trigger.TestMerchant;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wxpay trigger}. */
@Command(
        name = "trigger",
        description = "Send a signed, encrypted sample notification to a server, and judge its reply.",
        footerHeading = "%n",
        footer = {
            "The keys are those of 'wxpay simulate': the server must trust DIR/MCHID/settings.env. A gateway need not"
                    + " run.",
            "It is sent once, and the reply must arrive within five seconds, as for WeChat Pay. A breakpoint needs a"
                    + " longer --timeout.",
            "Ends with status 1 unless the server accepts the notification or, with --fault, refuses it.",
            "Example: wxpay trigger TRANSACTION.SUCCESS --to http://localhost:8080/notify --set out_trade_no=A1"
        })
final class TriggerCommand implements Callable<Integer> {
    private static final int LONGEST_TIMEOUT_SECONDS = 86_400;
    /** The gateway ends the attempt after the timeout. On a busy machine it does so later. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The notification: TRANSACTION.SUCCESS, or of v2 transaction-success.")
    private @Nullable String id;

    @Option(names = "--list", description = "Print the ids of all notifications.")
    private boolean list;

    @Option(names = "--to", paramLabel = "URL", description = "The notify_url of the server.")
    private @Nullable URI to;

    @Option(
            names = "--keys-dir",
            paramLabel = "DIR",
            defaultValue = "wxpay-simulator-keys",
            description = "The keys of 'wxpay simulate' (default: ${DEFAULT-VALUE}).")
    private Path keys = Path.of("wxpay-simulator-keys");

    @Option(
            names = "--merchant",
            paramLabel = "MCHID",
            defaultValue = "1230000109",
            description = "The merchant whose keys are used (default: ${DEFAULT-VALUE}).")
    private String mchid = "1230000109";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "The value of a field: amount.total=100. Repeatable.")
    private List<String> fields = new ArrayList<>();

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "Make it faulty, so that the server must refuse it: ${COMPLETION-CANDIDATES}.")
    private @Nullable NoticeFault fault;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long the server may take to reply (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds = 5;

    TriggerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        NotificationCatalog catalog = NotificationCatalog.read();
        if (list) {
            print(catalog);
            return ExitStatus.GOOD;
        }
        if (id == null || to == null) {
            throw CommandException.usage("name a notification and --to; --list prints all notifications");
        }
        String host = to.getHost();
        if (host == null) {
            throw CommandException.usage("--to must be a URL, http://localhost:8080/notify (was '" + to + "')");
        }
        if (timeoutSeconds < 1 || timeoutSeconds > LONGEST_TIMEOUT_SECONDS) {
            throw CommandException.usage(
                    "--timeout must be from 1 to " + LONGEST_TIMEOUT_SECONDS + " seconds (was " + timeoutSeconds + ")");
        }
        Duration timeout = Duration.ofSeconds(timeoutSeconds);
        try (Simulator gateway = TestMerchant.start(keys, mchid, host, timeout)) {
            String sent = gateway.notifications().send(to, notice(catalog, id));
            NotificationAttempt attempt = gateway.notifications()
                    .await(each -> each.id().equals(sent) || sent.isEmpty(), timeout.plus(GRACE))
                    .orElseThrow(() -> new CommandException(
                            ExitStatus.NEGATIVE,
                            "no reply: " + to + " did not end its response within " + timeoutSeconds + " seconds"));
            ReplyVerdict verdict = ReplyVerdict.of(attempt, fault);
            print(attempt, verdict);
            return verdict.passed() ? ExitStatus.GOOD : ExitStatus.NEGATIVE;
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private Notice notice(NotificationCatalog catalog, String name) {
        Notice notice = catalog.isV2(name) ? Notice.v2(name) : Notice.v3(name);
        for (String field : fields) {
            NameValue set = NameValue.parse("--set", "PATH=VALUE", field);
            notice = notice.with(set.name(), set.value());
        }
        return fault == null ? notice : notice.withFault(fault);
    }

    private void print(NotificationCatalog catalog) {
        if (output.json) {
            terminal.json(catalog.index());
            return;
        }
        catalog.entries()
                .forEach(entry -> terminal.line(
                        entry.protocol() + "  " + terminal.colored(Style.STRONG, entry.id()) + "  " + entry.title()));
    }

    private void print(NotificationAttempt attempt, ReplyVerdict verdict) {
        Integer status = attempt.status().isPresent() ? attempt.status().getAsInt() : null;
        String problem = attempt.problem().orElse(null);
        if (output.json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("passed", verdict.passed());
            object.put("accepted", attempt.isAccepted());
            object.put("fault", fault == null ? null : fault.name());
            object.put("notification", attempt.name());
            object.put("id", attempt.id());
            object.put("status", status);
            object.put("problem", problem);
            object.put("reply", Inputs.text(attempt.reply()));
            object.put("headers", attempt.headers());
            object.put("body", Inputs.text(attempt.body()));
            object.put("fields", attempt.fields());
            terminal.json(object);
            return;
        }
        terminal.line(
                terminal.colored(verdict.passed() ? Style.GOOD : Style.BAD, verdict.words()) + "  " + attempt.name()
                        + " by " + attempt.url() + (verdict.reason().isEmpty() ? "" : ": " + verdict.reason()));
        terminal.line("HTTP status: " + (status == null ? "no response" : status));
        String reply = VisibleText.of(Inputs.text(attempt.reply()));
        if (!reply.isEmpty()) {
            terminal.line("reply: " + reply);
        }
    }
}
