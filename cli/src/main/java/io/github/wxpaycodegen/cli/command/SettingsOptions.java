package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.settings.ClientSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of all commands that need the settings of the client. */
final class SettingsOptions {
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A file of properties, wxpay.mchid and so on, instead of the environment variables WXPAY_*.")
    private @Nullable Path file;

    ClientSettings read(Terminal terminal) throws IOException {
        return file == null ? ClientSettings.ofEnvironment(terminal.environment()) : ClientSettings.ofFile(file);
    }
}
