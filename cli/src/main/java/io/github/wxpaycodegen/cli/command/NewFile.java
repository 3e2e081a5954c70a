package io.github.wxpaycodegen.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a command is going to create. */
final class NewFile {
    private NewFile() {}

    /**
     * Checks that a file can be created, before anything is sent whose result would be lost otherwise.
     *
     * @param advice what to do if the file exists
     * @throws CommandException if it exists, or its directory cannot be written to
     */
    static void require(Path file, String advice) {
        if (Files.exists(file)) {
            throw CommandException.file(file + " exists already: " + advice);
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw CommandException.file(file + " cannot be created, so nothing was sent or written: its directory must"
                    + " exist and be writable");
        }
    }
}
