package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.capture.CapturedMessage;
import io.github.wxpaycodegen.cli.command.Terminal.Style;
import io.github.wxpaycodegen.runtime.MessageInspection;
import io.github.wxpaycodegen.runtime.MessageInspection.Check;
import io.github.wxpaycodegen.runtime.MessageInspector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wxpay verify}. */
@Command(
        name = "verify",
        description = "Check the signature of a captured request, response or notification, of v2 or v3.",
        footerHeading = "%n",
        footer = {
            "Prints each check, the first that fails, and the exact message that is signed, with visible line ends:",
            "␊ is LF, ␍ is CR, ␉ is a tab. The message may contain personal data; keys are never printed.",
            "Nothing is sent. Ends with status 1 unless the message is authentic."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "The raw HTTP message: start line, headers, an empty line, the body. - is the standard input.")
    private @Nullable String file;

    @Option(
            names = "--headers",
            paramLabel = "FILE",
            description = "Instead: the start line and the headers, as curl -i prints them.")
    private @Nullable Path headers;

    @Option(
            names = "--body",
            paramLabel = "FILE",
            description = "With --headers, or alone for v2: the exact bytes of the body.")
    private @Nullable Path body;

    @Option(
            names = "--received-at",
            paramLabel = "TIME",
            description = "When it was received, 2026-11-23T09:05:00+08:00 or now; otherwise its age is not checked.")
    private @Nullable String receivedAt;

    @Option(
            names = "--nested",
            paramLabel = "NAME",
            description = "An element of a v2 response that contains elements, which no signature covers. Repeatable.")
    private List<String> nested = new ArrayList<>();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CapturedMessage message = read();
        MessageInspector inspector =
                MessageInspector.of(settings.read(terminal).builder().build());
        MessageInspection result = inspect(inspector, message);
        if (output.json) {
            terminal.json(json(result));
        } else {
            print(result);
        }
        return result.isValid() ? ExitStatus.GOOD : ExitStatus.NEGATIVE;
    }

    private CapturedMessage read() throws IOException {
        if (file != null && (headers != null || body != null)) {
            throw CommandException.usage("name either one file, or --headers and --body");
        }
        try {
            if (file != null) {
                return CapturedMessage.parse(Inputs.read(terminal, file));
            }
            if (headers == null && body == null) {
                throw CommandException.usage("name the file with the message, or --headers and --body");
            }
            return CapturedMessage.of(
                    headers == null ? new byte[0] : Inputs.read(headers),
                    body == null ? new byte[0] : Inputs.read(body));
        } catch (IllegalArgumentException e) {
            throw CommandException.file("not a raw HTTP message: " + e.getMessage());
        }
    }

    private MessageInspection inspect(MessageInspector inspector, CapturedMessage message) {
        if (message.isXml()) {
            return inspector.v2(message.body(), nested.toArray(String[]::new));
        }
        Instant at = time();
        if (message.header("Wechatpay-Signature") == null && message.method().isPresent()) {
            return inspector.request(
                    message.method().get(), message.target(), message.header("Authorization"), message.body(), at);
        }
        return inspector.received(message::header, message.body(), at);
    }

    private @Nullable Instant time() {
        if (receivedAt == null) {
            return null;
        }
        if (receivedAt.equals("now")) {
            return Instant.now();
        }
        try {
            return OffsetDateTime.parse(receivedAt).toInstant();
        } catch (DateTimeException e) {
            throw CommandException.usage(
                    "--received-at must be now, or a time with an offset, 2026-11-23T09:05:00+08:00 (was '" + receivedAt
                            + "')");
        }
    }

    private static Map<String, @Nullable Object> json(MessageInspection result) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("authentic", result.isValid());
        object.put("firstFailure", name(result.firstFailure()));
        object.put("checks", result.checks().stream().map(VerifyCommand::json).toList());
        object.put("signedMessage", text(result.signedMessage()));
        return object;
    }

    private static @Nullable String name(@Nullable Check check) {
        return check == null ? null : check.name();
    }

    private static @Nullable String text(byte @Nullable [] message) {
        return message == null ? null : Inputs.text(message);
    }

    private static Map<String, String> json(Check check) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("name", check.name());
        object.put("result", check.result().name().toLowerCase(Locale.ROOT));
        object.put("finding", check.finding());
        return object;
    }

    private void print(MessageInspection result) {
        for (Check check : result.checks()) {
            Style style =
                    switch (check.result()) {
                        case PASSED -> Style.GOOD;
                        case FAILED -> Style.BAD;
                        case SKIPPED -> Style.DOUBTFUL;
                    };
            String word =
                    String.format(Locale.ROOT, "%-8s", check.result().name().toLowerCase(Locale.ROOT));
            terminal.line(terminal.colored(style, word) + check.name() + ": " + check.finding());
        }
        String message = text(result.signedMessage());
        if (message != null) {
            terminal.line("");
            terminal.line("The signed message:");
            terminal.line(VisibleText.of(message));
        }
        terminal.line("");
        Check failure = result.firstFailure();
        if (failure != null) {
            terminal.line(terminal.colored(Style.BAD, "Not authentic. First failure: " + failure.name()));
        } else if (result.isValid()) {
            terminal.line(terminal.colored(Style.GOOD, "Authentic."));
        } else {
            terminal.line(terminal.colored(Style.DOUBTFUL, "Not checked: see what was skipped."));
        }
    }
}
