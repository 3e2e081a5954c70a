package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.command.Terminal.Style;
import io.github.wxpaycodegen.cli.diagnosis.Doctor;
import io.github.wxpaycodegen.cli.diagnosis.Finding;
import io.github.wxpaycodegen.cli.diagnosis.Finding.Level;
import io.github.wxpaycodegen.cli.diagnosis.OnlineCheck;
import io.github.wxpaycodegen.cli.settings.ClientSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wxpay doctor}. */
@Command(
        name = "doctor",
        description = "Check keys, certificates and connection settings, and say what to do.",
        footerHeading = "%n",
        footer = {
            "Without --online, nothing is sent. --online makes one signed call that changes nothing.",
            "Ends with status 1 if a check failed; warnings do not count."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Option(names = "--online", description = "Call the gateway: the network, the clock and the signature.")
    private boolean online;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ClientSettings given = settings.read(terminal);
        List<Finding> findings = new ArrayList<>(Doctor.examine(given, Clock.systemUTC()));
        if (online) {
            findings.addAll(
                    count(findings, Level.FAILED) == 0
                            ? OnlineCheck.examine(given.builder().build(), Clock.systemUTC())
                            : OnlineCheck.skipped());
        }
        if (output.json) {
            terminal.json(findings.stream().map(DoctorCommand::json).toList());
        } else {
            findings.forEach(this::print);
            terminal.line("");
            long warnings = count(findings, Level.WARNING);
            terminal.line(count(findings, Level.OK) + " ok, " + warnings
                    + (warnings == 1 ? " warning, " : " warnings, ") + count(findings, Level.FAILED) + " failed");
        }
        return count(findings, Level.FAILED) == 0 ? ExitStatus.GOOD : ExitStatus.NEGATIVE;
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    private static Map<String, String> json(Finding finding) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("subject", finding.subject());
        object.put("level", word(finding));
        object.put("text", finding.text());
        object.put("advice", finding.advice());
        return object;
    }

    private static String word(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }

    private void print(Finding finding) {
        Style style =
                switch (finding.level()) {
                    case OK -> Style.GOOD;
                    case WARNING -> Style.DOUBTFUL;
                    case FAILED -> Style.BAD;
                };
        String word = String.format(Locale.ROOT, "%-8s", word(finding));
        terminal.line(terminal.colored(style, word) + finding.subject() + ": " + finding.text());
        if (!finding.advice().isEmpty()) {
            terminal.line("        " + terminal.colored(Style.FAINT, finding.advice()));
        }
    }
}
