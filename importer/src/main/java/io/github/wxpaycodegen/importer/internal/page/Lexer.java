package io.github.wxpaycodegen.importer.internal.page;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** Splits the declarations of a page into tokens. Comments are skipped; a file of JavaScript, which uses them, ends it. */
final class Lexer {
    private static final String FILE_MARK = "// @filename:";
    private static final String CUT_MARK = "// ---cut---";

    private final String file;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int line;
    private int lineStart;
    private int at;

    private Lexer(String file, String text, int firstLine) {
        this.file = file;
        this.text = text;
        this.line = firstLine;
    }

    /**
     * Returns the tokens, with one of the kind END behind them.
     *
     * @param firstLine the number of the first line of the text in its file
     */
    static List<Token> tokens(String file, String text, int firstLine) {
        Lexer lexer = new Lexer(file, text, firstLine);
        lexer.scan();
        lexer.add(Token.Kind.END, "", lexer.at);
        return lexer.tokens;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                lineStart = ++at;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (isUse()) {
                return;
            } else if (text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
                at = Math.min(text.length(), at + 2);
            } else {
                token(c);
            }
        }
    }

    /** Returns true where a file begins that uses the declarations, or what is shown of it. */
    private boolean isUse() {
        if (text.startsWith(CUT_MARK, at)) {
            return true;
        }
        int end = text.indexOf('\n', at);
        return text.startsWith(FILE_MARK, at)
                && text.substring(at, end < 0 ? text.length() : end).strip().matches(".*[.][cm]?jsx?");
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        int stop = found < 0 ? text.length() : found;
        for (; at < stop; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void token(char c) {
        int start = at;
        if (c == '\'' || c == '"' || c == '`') {
            string(c);
        } else if (Character.isJavaIdentifierStart(c)) {
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            add(Token.Kind.NAME, text.substring(start, at), start);
        } else if (Character.isDigit(c)
                || (c == '-' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
            at++;
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            add(Token.Kind.NUMBER, text.substring(start, at).replace("_", "").replaceFirst("(?<=[0-9])n$", ""), start);
        } else {
            at += text.startsWith("=>", at) ? 2 : Character.charCount(text.codePointAt(at));
            add(Token.Kind.SIGN, text.substring(start, at), start);
        }
    }

    private void string(char quote) {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
                at++;
            }
            content.append(text.charAt(at++));
        }
        if (at < text.length() && text.charAt(at) == quote) {
            at++;
        }
        boolean template = quote == '`' && content.indexOf("${") >= 0;
        add(template ? Token.Kind.TEMPLATE : Token.Kind.STRING, content.toString(), start);
    }

    private void add(Token.Kind kind, String content, int start) {
        int column = text.codePointCount(Math.min(lineStart, start), start) + 1;
        tokens.add(new Token(kind, content, new SourceSpan(file, line, column, Math.max(1, at - start))));
    }
}
