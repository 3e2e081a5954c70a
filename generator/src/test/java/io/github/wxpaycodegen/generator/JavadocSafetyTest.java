package io.github.wxpaycodegen.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a spec gets out of its comment, or makes the comment a bad one. */
class JavadocSafetyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ int evil; /*",
                "\\u002a/ int evil; /*",
                "\\\\u002a\\u002f",
                "\\uXYZ \\",
                "@see Nothing",
                "{@link Nothing}",
                "{@code never closed",
                "closed too often }}",
                "{closed} too {early}} {",
                "{one} * line / of * many {words} before @see Nothing, so that @throws Nothing begins a line of it all",
                "someone@example.com, *@example.com and a{@b}",
                "<script>alert(1)</script>",
                "</p></div> a < b && c > d &nothing;",
                "$L $T $$ $1L",
                "two\nlines\r\nand\n\n@return another",
                "@deprecated\t@throws",
                "emoji \uD83D\uDE00 \u2028 \u0085 \u202E"
            })
    void compilesUnderTheStrictestDoclint(String hostile) {
        String text = quoted(hostile);
        List<SpecFile> specs = List.of(
                SpecText.file("v2/_types.yaml", """
                        types:
                          Kind: {title: %1$s, enum: [{value: A, title: %1$s}]}
                          Goods: {title: %1$s, fields: {b: {type: string, title: %1$s, description: %1$s}}}
                        """.formatted(text)),
                SpecText.file("v2/pay/a.yaml", """
                        uri: v2/pay/a
                        post:
                          title: %1$s
                          description: %1$s
                          docs: ["https://pay.weixin.qq.com/a?b=1&c=2", {url: "https://pay.weixin.qq.com/b", role: 服务商}]
                          rateLimit: 15/s
                          replacedBy: v2/pay/a
                          errors:
                            - {code: ORDERPAID, title: %1$s, advice: %1$s, uncertain: true}
                            - {code: NOT_ENOUGH}
                          notifies: [PAID]
                          request:
                            kind: {type: Kind, title: %1$s, description: %1$s}
                            goods: {type: Goods, encoded: json, description: %1$s}
                            old: {type: string, deprecated: %1$s, example: %1$s}
                            limited: {type: string, minLength: 1, pattern: "[<>&@{}*]+|\\\\*/", unit: fen, format: hex}
                          response:
                            own: {title: %1$s, enum: [{value: A, title: %1$s}, {value: B, deprecated: %1$s}]}
                        """.formatted(text)),
                SpecText.file("v2/pay/_types.yaml", "title: " + text + "\n"),
                SpecText.file("notifications/v2/PAID.yaml", """
                        notification: {id: PAID, protocol: v2, eventTypes: [A], title: %1$s, body: {a: {type: string}}}
                        """.formatted(text)));
        assertThat(SpecText.errors(specs.toArray(new SpecFile[0]))).isEqualTo("0 errors\n");

        assertThat(Compiler.javac()
                        .withOptions("-Xdoclint:all,-missing", "-Werror")
                        .compile(GeneratedClient.emit(
                                        SpecReader.read(specs).specs().orElseThrow())
                                .stream()
                                .filter(file -> file.kind() == SourceFile.Kind.JAVA)
                                .map(file -> JavaFileObjects.forSourceString(
                                        file.path().replace(".java", "").replace('/', '.'), file.content()))
                                .toList()))
                .succeededWithoutWarnings();
    }

    /** A text as YAML writes it between double quotes. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if ((c >= ' ' && c < 127) || Character.isSurrogate((char) c)) {
                quoted.append((char) c);
            } else {
                quoted.append("\\u%04x".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }
}
