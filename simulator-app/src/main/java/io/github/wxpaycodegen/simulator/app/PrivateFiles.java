package io.github.wxpaycodegen.simulator.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Writes files that only their owner can read, where the file system has permissions, and files for everybody. */
final class PrivateFiles {
    private PrivateFiles() {}

    /** Creates a directory and those above it, if they do not exist. */
    static void createDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    /** Writes a file for its owner. */
    static void writeSecret(Path file, byte[] content) throws IOException {
        write(file, content, true);
    }

    static void writeSecret(Path file, String content) throws IOException {
        writeSecret(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file for everybody. */
    static void write(Path file, byte[] content) throws IOException {
        write(file, content, false);
    }

    static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file as a whole, unless it has this content already. */
    private static void write(Path file, byte[] content, boolean secret) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(secret ? "rw-------" : "rw-r--r--"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(part, attributes);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    "another process writes to " + file.getParent() + ": give each its own --keys-dir", e);
        }
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
