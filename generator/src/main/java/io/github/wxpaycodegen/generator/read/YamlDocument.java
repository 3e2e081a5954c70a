package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The only YAML document of a file, read within limits.
 *
 * @param root its root node, which does not contain itself; present if and only if there is no problem
 * @param problem why there is no document
 */
public record YamlDocument(Optional<Node> root, Optional<Problem> problem) {
    /** Reasons why a file has no document. */
    public enum Kind {
        /** The bytes are not UTF-8. */
        NOT_UTF_8,
        /** There is nothing but comments. */
        EMPTY,
        /** The text is not YAML. */
        NOT_YAML,
        /** The text exceeds the limits. */
        TOO_LARGE,
        /** The value of an anchor contains itself. */
        CIRCLE
    }

    /**
     * A reason with its place.
     *
     * @param detail of {@link Kind#NOT_YAML} and {@link Kind#TOO_LARGE} what is wrong, of {@link Kind#CIRCLE} the name
     *     of the anchor; otherwise empty
     */
    public record Problem(Kind kind, SourceSpan span, String detail) {}

    /**
     * Limits against documents that would take too much time or memory.
     *
     * @param aliases the maximum number of aliases for collections
     * @param depth the maximum number of levels
     * @param characters the maximum length in code points
     */
    public record Limits(int aliases, int depth, int characters) {}

    /** Reads bytes, which must be UTF-8. */
    public static YamlDocument read(String file, byte[] content, Limits limits) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return problem(Kind.NOT_UTF_8, start(file), "");
        }
        return read(file, text, limits);
    }

    /** Reads a text. */
    public static YamlDocument read(String file, String text, Limits limits) {
        try {
            Node root = new Yaml(new SafeConstructor(options(limits))).compose(new StringReader(text));
            if (root == null) {
                return problem(Kind.EMPTY, start(file), "");
            }
            return Circles.find(root)
                    .map(node ->
                            problem(Kind.CIRCLE, span(file, node.getStartMark()), String.valueOf(node.getAnchor())))
                    .orElseGet(() -> new YamlDocument(Optional.of(root), Optional.empty()));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            return problem(Kind.NOT_YAML, span(file, mark), String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return problem(Kind.TOO_LARGE, start(file), first);
        }
    }

    private static YamlDocument problem(Kind kind, SourceSpan span, String detail) {
        return new YamlDocument(Optional.empty(), Optional.of(new Problem(kind, span, detail)));
    }

    private static LoaderOptions options(Limits limits) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(limits.aliases());
        options.setNestingDepthLimit(limits.depth());
        options.setCodePointLimit(limits.characters());
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private static SourceSpan start(String file) {
        return new SourceSpan(file, 1, 1, 1);
    }

    private static SourceSpan span(String file, @Nullable Mark mark) {
        return mark == null ? start(file) : new SourceSpan(file, mark.getLine() + 1, mark.getColumn() + 1, 1);
    }
}
