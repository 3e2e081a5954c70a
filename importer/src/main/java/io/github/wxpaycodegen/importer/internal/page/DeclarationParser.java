package io.github.wxpaycodegen.importer.internal.page;

import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.page.TsType.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parses the declarations of TypeScript that describe messages: namespaces, interfaces, aliases and variables. What
 * it does not know is skipped with a finding, up to the end of the statement.
 */
final class DeclarationParser {
    private static final Set<String> MODIFIERS = Set.of("export", "declare", "default", "readonly");
    /** Declarations of messages have a tenth of it. Without a limit, a hostile page could exhaust the stack. */
    private static final int MAX_DEPTH = 200;

    private static final Set<String> VARIABLES = Set.of("var", "let", "const");

    private final List<Token> tokens;
    private final Findings findings;
    private final List<Declaration> declarations = new ArrayList<>();
    private int at;
    private int depth;

    private DeclarationParser(List<Token> tokens, Findings findings) {
        this.tokens = tokens;
        this.findings = findings;
    }

    static List<Declaration> parse(List<Token> tokens, Findings findings) {
        DeclarationParser parser = new DeclarationParser(tokens, findings);
        try {
            while (parser.peek().kind() != Token.Kind.END) {
                parser.statement(List.of());
            }
        } catch (TooDeepException e) {
            findings.add(
                    parser.peek().span(),
                    "code that is nested in more than " + MAX_DEPTH + " levels: the rest of the block was not read");
        }
        return parser.declarations;
    }

    private static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new TooDeepException();
        }
    }

    private Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private Token next() {
        Token token = peek();
        at++;
        return token;
    }

    private boolean accept(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean isEnd() {
        return peek().kind() == Token.Kind.END;
    }

    private void statement(List<String> namespace) {
        while (MODIFIERS.contains(peek().text()) && peek().kind() == Token.Kind.NAME) {
            at++;
        }
        Token first = next();
        if (first.is("namespace") || first.is("module")) {
            namespace(namespace);
        } else if (first.is("interface")) {
            declareInterface(namespace);
        } else if (first.is("type")) {
            alias(namespace);
        } else if (first.is("enum") || (first.is("const") && accept("enum"))) {
            enumeration(namespace);
        } else if (VARIABLES.contains(first.text()) && first.kind() == Token.Kind.NAME) {
            variable(namespace);
        } else if (first.is("import")) {
            skipImport();
        } else if (!first.is(";")) {
            findings.add(first.span(), "`" + first.text() + "` is not a declaration: skipped");
            skipStatement();
        }
    }

    private void skipImport() {
        while (!isEnd() && peek().kind() != Token.Kind.STRING) {
            at++;
        }
        at++;
    }

    private void skipStatement() {
        int depth = 0;
        int line = peek().span().line();
        while (!isEnd() && (depth > 0 || (peek().span().line() == line && !peek().is("}")))) {
            Token token = next();
            depth += isOpen(token) ? 1 : isClose(token) ? -1 : 0;
            line = token.span().line();
        }
    }

    private static boolean isOpen(Token token) {
        return token.is("{") || token.is("(") || token.is("[");
    }

    private static boolean isClose(Token token) {
        return token.is("}") || token.is(")") || token.is("]");
    }

    private void namespace(List<String> outer) {
        List<String> names = new ArrayList<>(outer);
        do {
            names.add(next().text());
        } while (accept("."));
        if (!accept("{")) {
            findings.add(peek().span(), "a namespace without `{`: skipped");
            skipStatement();
            return;
        }
        enter();
        while (!isEnd() && !accept("}")) {
            statement(names);
        }
        depth--;
    }

    /** An enum is the union of its values, each of which is also a type of its own. */
    private void enumeration(List<String> namespace) {
        Token name = next();
        List<String> inner = new ArrayList<>(namespace);
        inner.add(name.text());
        List<TsType> values = new ArrayList<>();
        long number = 0;
        accept("{");
        while (!isEnd() && !accept("}")) {
            Token member = next();
            TsType.Literal value = new TsType.Literal(number);
            if (accept("=")) {
                value = primary() instanceof TsType.Literal literal ? literal : new TsType.Literal(member.text());
            }
            number = value.value() instanceof Long last ? last + 1 : number;
            values.add(value);
            declarations.add(new Declaration(List.copyOf(inner), member.text(), value, List.of(), member.span()));
            while (!isEnd() && !peek().is(",") && !peek().is("}")) {
                at++;
            }
            accept(",");
        }
        declarations.add(
                new Declaration(namespace, name.text(), new TsType.Union(values, name.span()), List.of(), name.span()));
    }

    private void declareInterface(List<String> namespace) {
        Token name = next();
        typeParameters();
        List<TsType> parents = new ArrayList<>();
        if (accept("extends")) {
            do {
                parents.add(postfix());
            } while (accept(","));
        }
        if (accept("{")) {
            declarations.add(
                    new Declaration(namespace, name.text(), new TsType.ObjectOf(members()), parents, name.span()));
        } else {
            findings.add(peek().span(), "an interface without `{`: skipped");
            skipStatement();
        }
    }

    private void alias(List<String> namespace) {
        Token name = next();
        typeParameters();
        if (accept("=")) {
            declarations.add(new Declaration(namespace, name.text(), type(), List.of(), name.span()));
        } else {
            findings.add(peek().span(), "a type without `=`: skipped");
            skipStatement();
        }
    }

    private void variable(List<String> namespace) {
        Token name = next();
        if (accept(":")) {
            declarations.add(new Declaration(namespace, name.text(), type(), List.of(), name.span()));
        }
        if (accept("=")) {
            boolean typed = !declarations.isEmpty()
                    && declarations.get(declarations.size() - 1).span().equals(name.span());
            if (!typed && isLiteral(peek())) {
                declarations.add(new Declaration(namespace, name.text(), primary(), List.of(), name.span()));
            }
            skipStatement();
        }
    }

    private static boolean isLiteral(Token token) {
        return token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.NUMBER
                || token.is("true")
                || token.is("false");
    }

    private void typeParameters() {
        int open = 0;
        if (peek().is("<")) {
            do {
                Token token = next();
                open += token.is("<") ? 1 : token.is(">") ? -1 : 0;
            } while (open > 0 && !isEnd());
        }
    }

    /** Parses members up to the closing brace. Methods are skipped: the messages are declared on their own. */
    private List<Member> members() {
        enter();
        List<Member> members = new ArrayList<>();
        while (!isEnd() && !accept("}")) {
            if (accept(";") || accept(",")) {
                continue;
            }
            while (peek().is("readonly")
                    && !tokens.get(at + 1).is(":")
                    && !tokens.get(at + 1).is("?")) {
                at++;
            }
            if (peek().is("(") || peek().is("<")) {
                typeParameters();
                method();
                continue;
            }
            boolean computed = isComputed();
            if (computed) {
                at++;
            }
            Token name = next();
            if (computed) {
                accept("]");
            } else if (name.is("[")) {
                findings.add(name.span(), "members of any name were not imported");
                at--;
                skipGroup();
                while (accept("+") || accept("-")) {
                    // A sign that changes whether the member is optional.
                }
                accept("?");
                if (accept(":")) {
                    type();
                }
                continue;
            }
            boolean optional = accept("?");
            if (peek().is("(") || peek().is("<")) {
                typeParameters();
                method();
            } else if (accept(":")) {
                members.add(new Member(name.text(), optional, type(), name.span()));
            } else {
                findings.add(name.span(), "`" + name.text() + "` has no type: imported as a string");
                members.add(new Member(
                        name.text(), optional, new TsType.Named("string", List.of(), name.span()), name.span()));
            }
        }
        depth--;
        return members;
    }

    /** Returns true before a text in brackets, which is a name like any other. */
    private boolean isComputed() {
        return peek().is("[")
                && at + 2 < tokens.size()
                && tokens.get(at + 1).kind() == Token.Kind.STRING
                && tokens.get(at + 2).is("]");
    }

    private void method() {
        skipGroup();
        if (accept(":")) {
            type();
        }
    }

    /** Skips from an opening bracket behind its closing one. */
    private void skipGroup() {
        int depth = 0;
        do {
            Token token = next();
            depth += isOpen(token) ? 1 : isClose(token) ? -1 : 0;
        } while (depth > 0 && !isEnd());
    }

    private TsType type() {
        enter();
        Token first = peek();
        accept("|");
        List<TsType> types = new ArrayList<>(List.of(intersection()));
        while (accept("|")) {
            types.add(intersection());
        }
        TsType type = types.size() == 1 ? types.get(0) : new TsType.Union(types, first.span());
        if (accept("extends")) {
            type();
            accept("?");
            type = type();
            accept(":");
            type();
            findings.add(first.span(), "a conditional type: its first result was imported");
        }
        depth--;
        return type;
    }

    private TsType intersection() {
        accept("&");
        List<TsType> types = new ArrayList<>(List.of(postfix()));
        while (accept("&")) {
            types.add(postfix());
        }
        return types.size() == 1 ? types.get(0) : new TsType.Intersection(types);
    }

    private TsType postfix() {
        TsType type = primary();
        while (peek().is("[")
                && peek().span().line() == tokens.get(at - 1).span().line()) {
            Token bracket = next();
            if (accept("]")) {
                type = new TsType.ArrayOf(type);
            } else {
                type = new TsType.Indexed(type, type(), bracket.span());
                accept("]");
            }
        }
        return type;
    }

    private TsType primary() {
        enter();
        TsType type = one();
        depth--;
        return type;
    }

    private TsType one() {
        Token token = next();
        if (token.kind() == Token.Kind.STRING) {
            return new TsType.Literal(token.text());
        } else if (token.kind() == Token.Kind.NUMBER) {
            return new TsType.Literal(
                    token.text().matches("-?[0-9]{1,18}") ? Long.valueOf(token.text()) : token.text());
        } else if (token.is("true") || token.is("false")) {
            return new TsType.Literal(Boolean.valueOf(token.text()));
        } else if (token.is("{")) {
            return new TsType.ObjectOf(members());
        } else if (token.is("[")) {
            return tuple(token);
        } else if (token.is("(")) {
            return parenthesized(token);
        } else if (token.is("typeof")) {
            return new TsType.TypeOf(qualified(), token.span());
        } else if (token.is("readonly")) {
            return postfix();
        } else if (token.is("keyof") || token.kind() == Token.Kind.TEMPLATE || (token.is("import") && peek().is("("))) {
            return notImported(token);
        } else if (token.kind() == Token.Kind.NAME) {
            at--;
            return new TsType.Named(qualified(), arguments(), token.span());
        }
        findings.add(token.span(), "`" + token.text() + "` is not a type: imported as a string");
        return new TsType.Named("string", List.of(), token.span());
    }

    private TsType notImported(Token token) {
        if (token.is("keyof")) {
            postfix();
        } else if (token.is("import")) {
            skipGroup();
            while (accept(".")) {
                at++;
            }
            arguments();
        }
        findings.add(token.span(), "a type that is computed: imported as a string");
        return new TsType.Named("string", List.of(), token.span());
    }

    private TsType tuple(Token start) {
        List<TsType> elements = new ArrayList<>();
        while (!isEnd() && !accept("]")) {
            while (accept(".")) {
                // The dots of a rest element.
            }
            boolean label = peek().kind() == Token.Kind.NAME
                    && (tokens.get(at + 1).is(":")
                            || (tokens.get(at + 1).is("?")
                                    && tokens.get(Math.min(at + 2, tokens.size() - 1))
                                            .is(":")));
            if (label) {
                at++;
                accept("?");
                accept(":");
            }
            elements.add(type());
            accept("?");
            accept(",");
        }
        return new TsType.Tuple(elements, start.span());
    }

    /** A type in parentheses, or a function, which no message has. */
    private TsType parenthesized(Token start) {
        int from = at - 1;
        at = from;
        skipGroup();
        if (accept("=>")) {
            type();
            return new TsType.Named("Function", List.of(), start.span());
        }
        at = from + 1;
        TsType type = type();
        accept(")");
        return type;
    }

    private String qualified() {
        StringBuilder name = new StringBuilder(next().text());
        while (accept(".")) {
            name.append('.').append(next().text());
        }
        return name.toString();
    }

    private List<TsType> arguments() {
        List<TsType> arguments = new ArrayList<>();
        if (accept("<")) {
            while (!isEnd() && !accept(">")) {
                arguments.add(type());
                accept(",");
            }
        }
        return arguments;
    }
}
