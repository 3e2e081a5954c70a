package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.generator.GenerationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints which files a command has written. */
final class WrittenFiles {
    private WrittenFiles() {}

    /**
     * Prints the warnings and the files of a generation that succeeded.
     *
     * @param done the word for what was done: {@code generated}
     */
    static void print(Terminal terminal, boolean json, String done, GenerationResult result) {
        warn(terminal, result.warnings());
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("written", result.written());
            object.put("unchanged", result.unchanged().size());
            object.put("deleted", result.deleted());
            terminal.json(object);
        } else {
            printCounts(terminal, done, result.written(), result.unchanged(), result.deleted());
        }
    }

    /** Prints warnings as notes. */
    static void warn(Terminal terminal, List<String> warnings) {
        warnings.forEach(warning -> terminal.note("warning: " + warning));
    }

    /** Prints how many files were written, left unchanged and deleted. */
    static void printCounts(Terminal terminal, String done, List<?> written, List<?> unchanged, List<?> deleted) {
        terminal.line(terminal.colored(Terminal.Style.GOOD, done) + ": " + written.size() + " files written, "
                + unchanged.size() + " unchanged, " + deleted.size() + " deleted");
    }
}
