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
    private static final Set<String> VARIABLES = Set.of("var", "let", "const");

    private final List<Token> tokens;
    private final Findings findings;
    private final List<Declaration> declarations = new ArrayList<>();
    private int at;

    private DeclarationParser(List<Token> tokens, Findings findings) {
        this.tokens = tokens;
        this.findings = findings;
    }

    static List<Declaration> parse(List<Token> tokens, Findings findings) {
        DeclarationParser parser = new DeclarationParser(tokens, findings);
        while (parser.peek().kind() != Token.Kind.END) {
            parser.statement(List.of());
        }
        return parser.declarations;
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
        } else if (VARIABLES.contains(first.text())) {
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
        while (!isEnd() && !accept("}")) {
            statement(names);
        }
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
            skipStatement();
        }
    }

    private void typeParameters() {
        if (accept("<")) {
            while (!isEnd() && !accept(">")) {
                at++;
            }
        }
    }

    /** Parses members up to the closing brace. Methods are skipped: the messages are declared on their own. */
    private List<Member> members() {
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
            if (peek().is("(")) {
                method();
                continue;
            }
            Token name = next();
            if (name.is("[")) {
                findings.add(name.span(), "members of any name were not imported");
                at--;
                skipGroup();
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
        return members;
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
        Token first = peek();
        accept("|");
        List<TsType> types = new ArrayList<>(List.of(intersection()));
        while (accept("|")) {
            types.add(intersection());
        }
        return types.size() == 1 ? types.get(0) : new TsType.Union(types, first.span());
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
        } else if (token.is("readonly") || token.is("keyof")) {
            return postfix();
        } else if (token.kind() == Token.Kind.NAME) {
            at--;
            return new TsType.Named(qualified(), arguments(), token.span());
        }
        findings.add(token.span(), "`" + token.text() + "` is not a type: imported as a string");
        return new TsType.Named("string", List.of(), token.span());
    }

    private TsType tuple(Token start) {
        List<TsType> elements = new ArrayList<>();
        while (!isEnd() && !accept("]")) {
            while (accept(".")) {
                // The dots of a rest element.
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
