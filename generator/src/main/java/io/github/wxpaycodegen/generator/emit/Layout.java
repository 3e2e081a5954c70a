package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.regex.Pattern;

/** Formats emitted statements: on one line if they fit, otherwise on several lines, which JavaPoet indents. */
final class Layout {
    /** Line width that leaves room for the indentation of a nested class's member within 120 columns. */
    private static final int WIDTH = 104;

    /** Width of texts that leaves room for the indentation of a chain of calls and for the name of the method. */
    private static final int TEXTS = 80;

    /** The package of a class, and the classes that contain it. */
    private static final Pattern QUALIFIER =
            Pattern.compile("\\b([a-z][A-Za-z0-9]*\\.)+([A-Z][A-Za-z0-9]*\\.)*(?=[A-Z][A-Za-z0-9]*[a-z])");

    private Layout() {}

    /** Returns {@code receiver.a().b()}; if it is long, with each call on its own line. */
    static CodeBlock chain(String receiver, List<CodeBlock> calls) {
        CodeBlock line = CodeBlock.of("$L.$L", receiver, CodeBlock.join(calls, "."));
        if (calls.size() < 2 || width(line) <= WIDTH) {
            return line;
        }
        return CodeBlock.of(
                "$L.$L\n.$L", receiver, calls.get(0), CodeBlock.join(calls.subList(1, calls.size()), "\n."));
    }

    /** Returns {@code method(a, b)}; if it is long, with each argument on its own line. */
    static CodeBlock call(CodeBlock method, List<CodeBlock> arguments) {
        return call(method, arguments, 0);
    }

    /** Returns {@code method(a, b)} behind as many characters on the same line. */
    static CodeBlock call(CodeBlock method, List<CodeBlock> arguments, int before) {
        CodeBlock line = CodeBlock.of("$L($L)", method, CodeBlock.join(arguments, ", "));
        return before + width(line) <= WIDTH
                ? line
                : CodeBlock.of("$L(\n$L)", method, CodeBlock.join(arguments, ",\n"));
    }

    /**
     * Returns {@code .echoes("appid", "mchid")}, a step of a chain of calls on a line of its own; if the texts are long,
     * with each on its own line.
     */
    static CodeBlock step(String method, List<String> texts) {
        List<CodeBlock> literals =
                texts.stream().map(text -> CodeBlock.of("$S", text)).toList();
        CodeBlock line = CodeBlock.join(literals, ", ");
        return width(line) <= TEXTS
                ? CodeBlock.of("\n.$L($L)", method, line)
                : CodeBlock.of("\n.$L(\n$>$>$L$<$<)", method, CodeBlock.join(literals, ",\n"));
    }

    /** Counts classes by their simple names, because the file imports or contains them. */
    private static int width(CodeBlock code) {
        return QUALIFIER.matcher(code.toString()).replaceAll("").length();
    }
}
