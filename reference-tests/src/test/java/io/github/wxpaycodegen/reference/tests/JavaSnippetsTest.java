package io.github.wxpaycodegen.reference.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import io.github.wxpaycodegen.reference.tests.WrittenSite.Code;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The Java code of all pages compiles as it stands, given a variable {@code pay}. */
class JavaSnippetsTest {
    private static final Pattern CLASS = Pattern.compile("(?m)^public class (\\w+)");

    @Test
    void allCodeCompiles() throws Exception {
        List<Source> sources = sources();
        assertThat(sources).hasSizeGreaterThan(4000);

        assertThat(errors(sources)).isEmpty();
    }

    /** The test would not be one if wrong code compiled. */
    @Test
    void wrongCodeIsReported() throws Exception {
        Code wrong = new Code("page", "Java", "java", """
                import io.github.wxpaycodegen.client.WxPay;
                import io.github.wxpaycodegen.client.v3.pay.Prepayment;

                Prepayment response = pay.v3().pay().transactions().jsapi(request -> request.outTradeNumber("1"));
                """);

        assertThat(errors(List.of(new Source(0, wrong))))
                .singleElement()
                .asString()
                .contains("outTradeNumber");
    }

    private static List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (Code code : WrittenSite.code()) {
            if (code.language().equals("java")) {
                sources.add(new Source(sources.size(), code));
            }
        }
        return sources;
    }

    private static List<String> errors(List<Source> sources) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) compiler.getTask(
                null,
                null,
                found,
                List.of("-proc:none", "-Xmaxerrs", "50", "-classpath", System.getProperty("java.class.path")),
                null,
                sources);
        // Types and names are what can be wrong; no bytes are needed.
        task.analyze();
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getMessage(Locale.ROOT) + "\n"
                        + (each.getSource() instanceof Source source ? source.code : ""))
                .toList();
    }

    /** A file with one piece of code, in a package of its own. */
    private static final class Source extends SimpleJavaFileObject {
        private final Code code;
        private final String text;

        Source(int number, Code code) {
            super(URI.create("string:///p" + number + "/" + className(code) + ".java"), Kind.SOURCE);
            this.code = code;
            String imports = lines(code, true);
            String rest = lines(code, false);
            String body = CLASS.matcher(code.text()).find()
                    ? rest
                    : "class Example {\n    void run(WxPay pay) throws java.io.IOException {\n" + rest + "\n}\n}\n";
            this.text = "package p" + number + ";\n" + imports + body;
        }

        private static String className(Code code) {
            Matcher declared = CLASS.matcher(code.text());
            return declared.find() ? declared.group(1) : "Example";
        }

        private static String lines(Code code, boolean imports) {
            return code.text()
                    .lines()
                    .filter(line -> line.startsWith("import ") == imports)
                    .collect(Collectors.joining("\n", "", "\n"));
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
