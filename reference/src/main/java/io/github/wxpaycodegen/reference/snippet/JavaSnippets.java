package io.github.wxpaycodegen.reference.snippet;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.plan.CallLines;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.plan.JavaNotification;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.JavaSettlement;
import io.github.wxpaycodegen.generator.plan.Runtime;
import io.github.wxpaycodegen.reference.page.Snippet;
import io.github.wxpaycodegen.reference.sample.Sample;
import io.github.wxpaycodegen.reference.sample.SampleFile;
import io.github.wxpaycodegen.reference.sample.SampleRequest;
import io.github.wxpaycodegen.reference.sample.Samples;
import io.github.wxpaycodegen.reference.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Java code that makes a call, complete with its imports: blocking, asynchronous and in a bean of Spring. Only the variable
 * {@code pay}, the client, is given.
 */
public final class JavaSnippets {
    private static final ClassName SERVICE = ClassName.get("org.springframework.stereotype", "Service");
    private static final ClassName HANDLER =
            ClassName.get("io.github.wxpaycodegen.springboot.notification", "WxPayNotification");
    private static final ClassName FUTURE = ClassName.get(CompletableFuture.class);
    private static final ClassName DISPATCHER =
            ClassName.get("io.github.wxpaycodegen.runtime.notification", "NotificationDispatcher");
    private static final ClassName EXCEPTION = ClassName.get("io.github.wxpaycodegen.runtime.error", "WxPayException");
    private static final ClassName SETTLING_RESPONSE =
            ClassName.get("io.github.wxpaycodegen.runtime.call", "SettlingResponse");
    private static final ClassName PATH = ClassName.get(Path.class);
    private static final String JAVA = "java";
    private static final String STEP = "        ";
    private static final int WIDTH = 72;
    private static final String REQUEST = "request";
    private static final String LAMBDA = "request -> request";
    private static final String SEND = "call";

    private final ClassName client;
    private final CallLines lines;
    private final Samples samples;

    /** Creates snippets for the operations and notifications of a client. */
    public JavaSnippets(JavaClient client, Samples samples) {
        this.client = client.root();
        this.lines = new CallLines(client.nodes());
        this.samples = samples;
    }

    /** Returns the line that makes the call, as a summary. */
    public String line(JavaOperation operation) {
        return lines.of(operation);
    }

    /** Returns the ways to call an operation. */
    public List<Snippet> of(JavaOperation operation, SampleRequest request, Language language) {
        List<Snippet> snippets = new ArrayList<>();
        snippets.add(java("java", "Java", new Code(operation, request).blocking()));
        if (!operation.isRedirect()) {
            snippets.add(java("async", language.of("异步", "Async"), new Code(operation, request).async()));
        }
        snippets.add(java("spring", "Spring", new Code(operation, request).spring()));
        if (canSettle(operation)) {
            snippets.add(java("settle", language.of("查清结果", "Settle"), new Code(operation, request).settle(language)));
        }
        if (operation.hasFile()) {
            snippets.add(java("download", language.of("下载", "Download"), new Code(operation, request).download()));
        }
        if (operation.pages().isPresent()) {
            snippets.add(java("pages", language.of("所有页", "All pages"), new Code(operation, request).pages()));
        }
        return snippets;
    }

    private static boolean canSettle(JavaOperation operation) {
        return !operation.spec().effects().readOnly()
                && operation.settlement().flatMap(JavaSettlement::callable).isPresent();
    }

    private static Snippet java(String id, String label, String code) {
        return new Snippet(id, label, JAVA, code);
    }

    /** One snippet about an operation. */
    private final class Code {
        private final JavaText text = new JavaText();
        private final JavaOperation operation;
        private final SampleRequest request;
        private final Map<String, String> segments;

        Code(JavaOperation operation, SampleRequest request) {
            this.operation = operation;
            this.request = request;
            this.segments = lines.segmentsOf(operation);
        }

        String blocking() {
            String result = text.type(operation.response()) + " response = ";
            return assigned(result, call("", result.length(), "", ""));
        }

        String async() {
            String result = text.type(FUTURE) + "<" + text.type(operation.response()) + "> response = ";
            return assigned(result, call("Async", result.length(), "", ""));
        }

        /** Catches the exception, and throws it again unless a query tells what happened. */
        String settle(Language language) {
            String start = "    " + text.type(operation.response()) + " response = ";
            String code = variables("") + "try {\n" + joined(start, call("", start.length(), "    ", ""))
                    + ";\n    System.out.println(response);\n} catch (" + text.type(EXCEPTION) + " e) {\n"
                    + "    if (!e.canSettle()) {\n        throw e;\n    }\n    try {\n        "
                    + text.type(SETTLING_RESPONSE) + " found = e.settle();\n        // "
                    + language.of("与原请求核对单号和金额，再据以记账", "Compare number and amount with the request before you use it.")
                    + "\n        System.out.println(found);\n    } catch (" + text.type(EXCEPTION)
                    + " query) {\n        // "
                    + language.of(
                            "仍然未知：稍后再查，不要换新单号重发",
                            "Still unknown: query again later, and send nothing with a new number.")
                    + "\n        e.addSuppressed(query);\n        throw e;\n    }\n}\n";
            return finished(code);
        }

        String download() {
            String result = text.type(Runtime.SAVED_FILE) + " saved = ";
            String target = text.type(PATH) + ".of(\"download\")";
            return assigned(result, form("download", result.length(), "", ", " + target, target));
        }

        String pages() {
            String item = text.type(operation.pages().orElseThrow().items().element());
            String start = "for (" + item + " item : ";
            return finished(variables("")
                    + joined(start, form("list", start.length(), "", "", ""))
                    + ") {\n    System.out.println(item);\n}\n");
        }

        String spring() {
            text.type(SERVICE);
            String wxPay = text.type(client);
            String response = text.type(operation.response());
            String name = operation.api().simpleName() + "Service";
            String failure = SampleFile.of(request.members()).isPresent() ? " throws " + exception() : "";
            String start = "        return ";
            String code = "@Service\npublic class " + name + " {\n    private final " + wxPay + " pay;\n\n    " + name
                    + "(" + wxPay + " pay) {\n        this.pay = pay;\n    }\n\n    public " + response + " " + SEND
                    + "(" + parameters() + ")" + failure + " {\n"
                    + file("        ")
                    + joined(start, call("", start.length(), "        ", "")) + ";\n    }\n}\n";
            return text.imports() + code;
        }

        private String exception() {
            return text.type(ClassName.get(IOException.class));
        }

        private String parameters() {
            return String.join(
                    ", ",
                    segments.values().stream().map(name -> "String " + name).toList());
        }

        /** Declares the values of template segments and the file. */
        private String variables(String indent) {
            StringBuilder code = new StringBuilder();
            segments.forEach((segment, variable) -> code.append(indent)
                    .append("String ")
                    .append(variable)
                    .append(" = ")
                    .append(JavaText.literal(request.segments().getOrDefault(segment, "")))
                    .append(";\n"));
            return code + file(indent);
        }

        private String file(String indent) {
            return SampleFile.of(request.members())
                    .map(file -> indent + text.type(Runtime.UPLOAD_FILE) + " file = " + text.type(Runtime.UPLOAD_FILE)
                            + ".of(" + text.type(PATH) + ".of(" + JavaText.literal(file.name()) + "));\n")
                    .orElse("");
        }

        private String call(String suffix, int column, String indent, String more) {
            String shortest = lines.of(operation);
            // A POST has a method of its own at the parent, without an asynchronous form.
            boolean shorthand = suffix.isEmpty()
                    && shortest.endsWith("(request)")
                    && !shortest.endsWith("." + operation.method() + "(request)")
                    && !given().isEmpty();
            if (shorthand) {
                String start = shortest.substring(0, shortest.length() - "request)".length());
                return withRequest(start, column, indent, "");
            }
            return form(operation.method() + suffix, column, indent, more, more);
        }

        /**
         * Returns a call of a method of the endpoint.
         *
         * @param more the arguments behind the request
         * @param alone the arguments if there is no request
         */
        private String form(String method, int column, String indent, String more, String alone) {
            String start = lines.endpointOf(operation) + "." + method + "(";
            boolean needsRequest = !given().isEmpty() || !operation.forms().canBeEmpty() || method.equals("list");
            return needsRequest ? withRequest(start, column, indent, more) : start + alone + ")";
        }

        /** Writes the request as a lambda, on a line of its own if the first line would be long. */
        private String withRequest(String start, int column, String indent, String more) {
            if (column + start.length() + LAMBDA.length() <= WIDTH) {
                return start + lambda(indent, column + start.length()) + more + ")";
            }
            String inner = indent + STEP;
            return "\n" + inner + start + lambda(inner, inner.length() + start.length()) + more + ")";
        }

        private List<Sample.Member> given() {
            return BuilderCode.given(request.members());
        }

        private String lambda(String indent, int column) {
            Set<String> used = new TreeSet<>(segments.values());
            used.addAll(List.of("pay", "response", "saved", "item", "file", "e", "found", "query"));
            return new BuilderCode(samples, text).lambda(REQUEST, request.members(), used, indent, column);
        }

        private String assigned(String start, String expression) {
            return finished(variables("") + joined(start, expression) + ";\n");
        }

        /** Joins an expression to the line before it; one that begins a line needs no space in front. */
        private static String joined(String start, String expression) {
            return (expression.startsWith("\n") ? start.stripTrailing() : start) + expression;
        }

        private String finished(String body) {
            text.type(client);
            return text.imports() + body;
        }
    }

    /** Returns the ways to handle a notification. */
    public List<Snippet> of(JavaNotification notification, Language language) {
        List<Snippet> snippets = new ArrayList<>();
        snippets.add(java("java", "Java", dispatcher(notification, false)));
        if (notification.reply().isEmpty()) {
            snippets.add(java("async", language.of("异步", "Async"), dispatcher(notification, true)));
        }
        snippets.add(java("spring", "Spring", handler(notification)));
        return snippets;
    }

    private String dispatcher(JavaNotification notification, boolean async) {
        JavaText text = new JavaText();
        text.type(client);
        String start = text.type(DISPATCHER) + " notifications = pay.notifications().dispatcher()\n        ";
        String type = text.type(notification.name()) + ".class";
        String content = "n." + notification.contentName() + "()";
        String handler;
        if (notification.reply().isPresent()) {
            handler = ".replyTo(" + type + ", n -> " + reply(notification, text, "        ") + ")";
        } else if (async) {
            handler = ".onAsync(" + type + ", n -> " + text.type(FUTURE) + ".runAsync(() -> System.out.println("
                    + content + ")))";
        } else {
            handler = ".on(" + type + ", n -> System.out.println(" + content + "))";
        }
        return text.imports() + start + handler + "\n        .build();\n";
    }

    private String handler(JavaNotification notification) {
        JavaText text = new JavaText();
        text.type(SERVICE);
        text.type(HANDLER);
        String name = notification.name().simpleName();
        String type = text.type(notification.name());
        String result = notification.reply().map(text::type).orElse("void");
        String body = notification.reply().isPresent()
                ? "return " + reply(notification, text, "        ") + ";"
                : "System.out.println(n." + notification.contentName() + "());";
        return text.imports() + "@Service\npublic class " + name + "Handler {\n    @WxPayNotification\n    " + result
                + " handle(" + type + " n) {\n        " + body + "\n    }\n}\n";
    }

    private String reply(JavaNotification notification, JavaText text, String indent) {
        ClassName reply = notification.reply().orElseThrow();
        String start = text.type(reply) + ".builder()";
        List<Sample.Member> members = samples.replyMembers(reply);
        String chain = BuilderCode.given(members).isEmpty()
                ? start
                : new BuilderCode(samples, text).chain(start, members, Set.of("n"), indent, indent.length());
        return chain + "\n" + indent + "        .build()";
    }
}
