package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Lays emitted statements out: on one line if they fit, and else on several, which JavaPoet indents. */
final class Layout {
    /** The width of a line with the indentation of a member of a nested class, within 120 columns. */
    private static final int WIDTH = 104;

    private Layout() {}

    /** Returns {@code receiver.a().b()}, with each call on a line of its own if it is long. */
    static CodeBlock chain(String receiver, List<CodeBlock> calls) {
        CodeBlock line = CodeBlock.of("$L.$L", receiver, CodeBlock.join(calls, "."));
        if (calls.size() < 2 || width(line) <= WIDTH) {
            return line;
        }
        return CodeBlock.of(
                "$L.$L\n.$L", receiver, calls.get(0), CodeBlock.join(calls.subList(1, calls.size()), "\n."));
    }

    /** Returns {@code method(a, b)}, with each argument on a line of its own if it is long. */
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

    /** Counts a class by its simple name: the file imports it. */
    private static int width(CodeBlock code) {
        return code.toString()
                .replaceAll("\\b([a-z][A-Za-z0-9]*\\.)+(?=[A-Z])", "")
                .length();
    }
}
