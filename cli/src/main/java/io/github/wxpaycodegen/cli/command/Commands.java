package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/** All commands, and how they are run. */
public final class Commands {
    private final Terminal terminal;
    /** A command is created, and its class loaded, only if it is needed. */
    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

    private Commands(Terminal terminal) {
        this.terminal = terminal;
        all.put("operations", () -> new OperationsCommand(terminal));
        all.put("doctor", () -> new DoctorCommand(terminal));
        all.put("verify", () -> new VerifyCommand(terminal));
        all.put("call", () -> new CallCommand(terminal));
        all.put(SimulateCommand.NAME, () -> new SimulateCommand(terminal));
        all.put("trigger", () -> new TriggerCommand(terminal));
        all.put("bill", () -> new BillCommand(terminal));
        all.put("generate", () -> new GenerateCommand(terminal));
        all.put("openapi", () -> new OpenApiCommand(terminal));
        all.put("docs", () -> new DocsCommand(terminal));
        all.put("completion", () -> new CompletionCommand(terminal, this::complete));
    }

    /** Runs a command and returns the status of the process. */
    public static int run(List<String> args, Terminal terminal) {
        int status = execute(args, terminal);
        // A stream swallows its errors: a full disk or a closed pipe would look like a result that has nothing in it.
        if (terminal.out().checkError()) {
            terminal.note("wxpay: the result could not be written to the standard output, which is closed or full");
            // A negative or an unknown result matters more.
            return status == ExitStatus.GOOD ? ExitStatus.FILE : status;
        }
        return status;
    }

    private static int execute(List<String> args, Terminal terminal) {
        Optional<String> refusal = SecretOptions.refusal(args);
        if (refusal.isPresent()) {
            terminal.note("wxpay: " + refusal.get());
            return ExitStatus.USAGE;
        }
        Commands commands = new Commands(terminal);
        String first = args.isEmpty() ? "" : args.get(0);
        if (first.equals(SimulateCommand.NAME)) {
            return SimulateCommand.run(args.subList(1, args.size()), terminal);
        }
        CommandLine line = commands.all.containsKey(first) ? commands.only(first) : commands.complete();
        return line.execute(args.toArray(String[]::new));
    }

    private CommandLine only(String name) {
        CommandLine line = new CommandLine(new RootCommand());
        line.addSubcommand(name, command(name));
        return configure(line);
    }

    /** Returns the line with all commands, for help and for completion. */
    private CommandLine complete() {
        CommandLine line = new CommandLine(new RootCommand());
        all.keySet().forEach(name -> line.addSubcommand(name, command(name)));
        return configure(line);
    }

    private Object command(String name) {
        Supplier<Object> command = all.get(name);
        if (command == null) {
            throw new IllegalArgumentException("there is no command " + name);
        }
        return command.get();
    }

    private CommandLine configure(CommandLine line) {
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
        line.setUsageHelpWidth(100);
        line.setUsageHelpAutoWidth(false);
        line.setExpandAtFiles(false);
        line.setExecutionExceptionHandler((failure, command, result) -> report(failure));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private int report(Exception failure) {
        if (failure instanceof CommandException known) {
            terminal.note("wxpay: " + known.getMessage());
            return known.status();
        }
        if (failure instanceof ConfigurationException) {
            terminal.note("wxpay: " + failure.getMessage());
            return ExitStatus.NOT_SENT;
        }
        if (failure instanceof IOException e) {
            terminal.note("wxpay: " + describe(e));
            return ExitStatus.FILE;
        }
        if (failure instanceof UncheckedIOException e && e.getCause() != null) {
            terminal.note("wxpay: " + describe(e.getCause()));
            return ExitStatus.FILE;
        }
        terminal.note("wxpay: a defect of this program; please report it with these lines");
        failure.printStackTrace(terminal.err());
        return ExitStatus.DEFECT;
    }

    /** Returns what is wrong with a file; the messages of some exceptions are only its name. */
    static String describe(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return message + " does not exist";
        }
        if (e instanceof FileSystemLoopException) {
            return message + " is a link to a folder that contains it: remove the link";
        }
        if (e instanceof AccessDeniedException) {
            return message + " may not be read or written by this user";
        }
        if (e instanceof FileAlreadyExistsException exists && exists.getReason() == null) {
            return message + " exists already: remove it, or name another path";
        }
        return message;
    }
}
