package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Request;
import io.github.wxpaycodegen.generator.model.Response;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.plan.JavaNotification;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.reference.page.Entry;
import io.github.wxpaycodegen.reference.page.ErrorRow;
import io.github.wxpaycodegen.reference.page.Errors;
import io.github.wxpaycodegen.reference.page.Fact;
import io.github.wxpaycodegen.reference.page.FieldSection;
import io.github.wxpaycodegen.reference.page.Heading;
import io.github.wxpaycodegen.reference.page.NotificationPage;
import io.github.wxpaycodegen.reference.page.OfficialPage;
import io.github.wxpaycodegen.reference.page.OperationPage;
import io.github.wxpaycodegen.reference.page.Outcome;
import io.github.wxpaycodegen.reference.page.PageLink;
import io.github.wxpaycodegen.reference.page.Site;
import io.github.wxpaycodegen.reference.page.Snippet;
import io.github.wxpaycodegen.reference.page.Withdrawal;
import io.github.wxpaycodegen.reference.sample.SampleRequest;
import io.github.wxpaycodegen.reference.sample.Samples;
import io.github.wxpaycodegen.reference.snippet.CurlScript;
import io.github.wxpaycodegen.reference.snippet.JavaSnippets;
import io.github.wxpaycodegen.reference.snippet.WireText;
import io.github.wxpaycodegen.reference.text.Language;
import io.github.wxpaycodegen.reference.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds all pages of one language from the specs and the plan of the client. */
public final class SiteBuilder {
    /** The package of the client that is generated from the bundled specs alone. */
    public static final String CLIENT_PACKAGE = "io.github.wxpaycodegen.client";

    private final Specs specs;
    private final JavaClient client;
    private final Language language;
    private final FieldTrees trees;
    private final Entries entries;
    private final Products products;
    private final Samples samples;
    private final JavaSnippets snippets;
    private final ErrorTitles titles;

    private SiteBuilder(Specs specs, JavaClient client, Language language) {
        this.specs = specs;
        this.client = client;
        this.language = language;
        this.trees = new FieldTrees(specs, language);
        this.entries = new Entries(specs, language);
        this.products = new Products(specs);
        this.samples = new Samples(client);
        this.snippets = new JavaSnippets(client, samples);
        this.titles = new ErrorTitles(specs);
    }

    /**
     * Returns the site of specs.
     *
     * @param client the plan of the client that is generated from the same specs
     */
    public static Site build(Specs specs, JavaClient client, Language language) {
        return new SiteBuilder(specs, client, language).site();
    }

    private Site site() {
        List<OperationPage> operations =
                client.operations().parallelStream().map(this::page).toList();
        List<NotificationPage> notifications =
                client.notifications().stream().map(this::page).toList();
        Lists lists = new Lists(language);
        operations.forEach(page -> lists.add(page.heading()));
        notifications.forEach(page -> lists.add(page.heading()));
        return new Site(
                language,
                lists.products(),
                lists.roles(),
                lists.everything(),
                Start.of(client.root().packageName(), language),
                errors(),
                operations,
                notifications);
    }

    private Errors errors() {
        return new Errors(
                rows(specs.errors().v2()),
                rows(specs.errors().v3()),
                specs.errors().requestIds().stream()
                        .map(error -> new ErrorRow(
                                error.number(),
                                "",
                                error.product().orElse(""),
                                error.title(),
                                Text.ofSpec(error.advice().orElse(""), language),
                                false))
                        .toList());
    }

    private List<ErrorRow> rows(List<ErrorSpec> errors) {
        return errors.stream()
                .map(error -> new ErrorRow(
                        error.code(),
                        error.status().isPresent()
                                ? Integer.toString(error.status().getAsInt())
                                : "",
                        "",
                        error.title().orElse(""),
                        Text.ofSpec(error.advice().orElse(""), language),
                        error.uncertain()))
                .toList();
    }

    private OperationPage page(JavaOperation planned) {
        Endpoint endpoint = planned.endpoint();
        Operation operation = planned.spec();
        List<String> shared = shared(endpoint, operation);
        OperationTexts texts = new OperationTexts(planned, language, shared, titles);
        return new OperationPage(
                heading(
                        entries.of(endpoint, operation),
                        operation.documentation(),
                        endpoint.uri(),
                        endpoint.protocol(),
                        texts.facts()),
                OperationTexts.protocol(endpoint.protocol()),
                snippets.line(planned),
                List.of(planned.request().simpleName(), planned.response().simpleName()),
                withdrawal(endpoint, operation, texts),
                request(operation.request(), texts),
                response(operation.response(), texts),
                rows(operation.effects().errors()),
                shared,
                new Outcome(
                        texts.outcome(),
                        query(planned),
                        operation.effects().readOnly() ? entries.settledBy(endpoint.uri()) : List.of()),
                operation.effects().notifies().stream()
                        .map(entries::notification)
                        .flatMap(Optional::stream)
                        .toList(),
                snippets(planned));
    }

    /** Returns the query that settles an operation: of the operations of its URI the one that only reads. */
    private List<Entry> query(JavaOperation planned) {
        return planned.settlement()
                .flatMap(settlement -> settlement.query().map(query -> entries.ofUri(settlement.uri()).stream()
                        .filter(entry -> entry.method().equals(query.method().name()))
                        .toList()))
                .orElse(List.of());
    }

    private static boolean isV2(Endpoint endpoint) {
        return endpoint.protocol() == Protocol.V2;
    }

    private Withdrawal withdrawal(Endpoint endpoint, Operation operation, OperationTexts texts) {
        return new Withdrawal(
                texts.withdrawal(),
                operation.lifecycle().replacedBy().map(entries::ofUri).orElse(List.of()),
                entries.replacedBy(endpoint.uri()));
    }

    private Heading heading(
            Entry entry, Documentation documentation, String path, Protocol protocol, List<Fact> facts) {
        String product = products.of(documentation, path);
        String group = Products.group(product);
        return new Heading(
                entry,
                Text.ofSpec(documentation.description().orElse(""), language),
                product,
                new PageLink(Paths.ofProduct(group), group),
                documentation.roles().stream().map(this::role).toList(),
                OperationTexts.protocol(protocol),
                documentation.pages().stream()
                        .map(page -> new OfficialPage(
                                page.url(),
                                page.role().map(this::role).map(PageLink::title).orElse("")))
                        .toList(),
                documentation.updated().map(Object::toString).orElse(""),
                facts);
    }

    private PageLink role(MerchantRole role) {
        return new PageLink(Paths.of(role), Lists.name(role, language));
    }

    private List<FieldSection> request(Request request, OperationTexts texts) {
        return Stream.of(
                        trees.path(language.of("路径参数", "Path"), request.path()),
                        trees.sent("query", language.of("查询参数", "Query"), List.of(), grouped(request.query(), request)),
                        trees.sent("header", language.of("请求头", "Headers"), List.of(), plain(request.headers())),
                        trees.sent(
                                "body",
                                language.of("请求体", "Body"),
                                trees.notes(texts.bodyNote(), request.type()),
                                request.shape()))
                .flatMap(sections -> sections)
                .toList();
    }

    private static ObjectShape plain(List<Field> fields) {
        return new ObjectShape(fields, List.of());
    }

    /** Groups are about the query if there is no body. */
    private static ObjectShape grouped(List<Field> fields, Request request) {
        return new ObjectShape(
                fields, request.shape().fields().isEmpty() ? request.shape().groups() : List.of());
    }

    private List<FieldSection> response(Response response, OperationTexts texts) {
        Stream<FieldSection> fields = trees.received(
                "response", language.of("应答", "Response"), trees.notes("", response.type()), response.shape());
        Stream<FieldSection> failure = texts.isStream()
                ? trees.received(
                        "failure",
                        language.of("失败时的应答", "Response in place of the file"),
                        List.of(),
                        plain(response.errorFields()))
                : Stream.empty();
        return Stream.concat(fields, failure).toList();
    }

    /** Returns the shared codes that the operation does not declare itself. */
    private List<String> shared(Endpoint endpoint, Operation operation) {
        List<String> own =
                operation.effects().errors().stream().map(ErrorSpec::code).toList();
        List<ErrorSpec> all =
                isV2(endpoint) ? specs.errors().v2() : specs.errors().v3();
        return all.stream()
                .map(ErrorSpec::code)
                .filter(code -> !own.contains(code))
                .toList();
    }

    private List<Snippet> snippets(JavaOperation planned) {
        SampleRequest request = samples.request(planned);
        List<Snippet> all = new ArrayList<>(snippets.of(planned, request, language));
        all.add(WireText.of(planned, request, language));
        CurlScript.of(planned, request).ifPresent(all::add);
        return all;
    }

    private NotificationPage page(JavaNotification planned) {
        NotificationSpec notification = planned.spec();
        List<FieldSection> content = Stream.concat(
                        trees.received(
                                "content",
                                language.of("内容", "Content"),
                                trees.notes(contentNote(notification), notification.bodyType()),
                                notification.body()),
                        notification.reply().stream()
                                .flatMap(reply -> trees.sent(
                                        "reply",
                                        language.of("应答", "Reply"),
                                        List.of(new Text(
                                                language.of(
                                                        "nonce_str 和 sign 由客户端添加。",
                                                        "The client adds nonce_str and sign."),
                                                language)),
                                        reply)))
                .toList();
        List<Snippet> all = new ArrayList<>(snippets.of(planned, language));
        trigger(notification).ifPresent(all::add);
        return new NotificationPage(
                heading(
                        entries.of(notification),
                        notification.documentation(),
                        notification.path(),
                        notification.protocol(),
                        facts(notification)),
                planned.name().simpleName(),
                content,
                entries.causes(notification),
                all);
    }

    /** Returns the command that sends a notification; empty if the command sends the v3 notification of the same id. */
    private Optional<Snippet> trigger(NotificationSpec notification) {
        if (notification.protocol() == Protocol.V2
                && entries.notification(new NotificationRef(Protocol.V3, notification.id()))
                        .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Snippet(
                "trigger",
                language.of("模拟发送", "Trigger"),
                "bash",
                "wxpay trigger " + notification.id() + " --to http://localhost:8080/wxpay/notify\n"));
    }

    private String contentNote(NotificationSpec notification) {
        if (notification.protocol() == Protocol.V2) {
            return "";
        }
        return notification.plain()
                ? language.of("resource 的字段，没有加密。", "The fields of resource, which is not encrypted.")
                : language.of("解密后 resource 的字段。", "The fields of resource, once decrypted.");
    }

    private List<Fact> facts(NotificationSpec notification) {
        List<Fact> facts = new ArrayList<>();
        boolean v3 = notification.protocol() == Protocol.V3;
        facts.add(new Fact(
                language.of("协议", "Protocol"),
                OperationTexts.protocol(notification.protocol()).label()));
        fact(facts, "event_type", notification.eventTypes());
        fact(facts, "original_type", notification.originalTypes());
        fact(facts, language.of("识别字段", "Recognized by"), notification.recognizedBy());
        boolean encrypted = v3 ? !notification.plain() : notification.document().isPresent();
        facts.add(new Fact(
                language.of("加密", "Encryption"),
                encrypted
                        ? v3 ? language.of("APIv3 密钥", "APIv3 key") : language.of("部分字段", "part of the message")
                        : language.of("无", "none")));
        facts.add(new Fact(
                language.of("应答", "Reply"),
                notification.reply().isPresent()
                        ? language.of("带字段并签名", "with fields, signed")
                        : language.of("确认收到", "an acknowledgment")));
        return facts;
    }

    private static void fact(List<Fact> facts, String label, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(label, String.join(", ", values)));
        }
    }
}
