package io.github.wxpaycodegen.cli.command;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(
        name = "wxpay",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Tools for WeChat Pay: find operations, check keys and signatures, make calls, run a gateway for"
                + " tests.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = RootCommand.Version.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Success.",
            "1:A negative result: nothing found, a failed check, a rejected call or notification.",
            "2:The command line is wrong.",
            "3:A call has an unknown outcome: it may have taken effect.",
            "4:A setting is missing or wrong, or nothing could be sent.",
            "5:A file, or the standard output, cannot be read or written.",
            "70:A defect of this program."
        },
        footerHeading = "%n",
        footer = {
            "Settings come from the environment, WXPAY_MCHID and so on, or from a file named by --settings.",
            "Secrets are never options. 'wxpay COMMAND --help' shows the options of a command.",
            "NO_COLOR=1 turns colors off."
        })
final class RootCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Returns the version in the manifest of the jar. */
    static String version() {
        String version = RootCommand.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "of this build");
    }

    /** Reads the version from the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"wxpay " + version()};
        }
    }
}
