package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Effects;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.Lifecycle;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.JavaSettlement;
import io.github.wxpaycodegen.reference.page.Fact;
import io.github.wxpaycodegen.reference.page.WireProtocol;
import io.github.wxpaycodegen.reference.text.Language;
import io.github.wxpaycodegen.reference.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences about an operation: what it needs, what it may have done, and whether it may still be used. */
final class OperationTexts {
    private final Language language;
    private final JavaOperation planned;
    private final Operation operation;
    private final List<String> shared;
    private final ErrorTitles titles;

    /**
     * Creates the sentences of an operation.
     *
     * @param shared the error codes that the page lists as shared
     * @param titles the titles of error codes, as far as specs have them
     */
    OperationTexts(JavaOperation planned, Language language, List<String> shared, ErrorTitles titles) {
        this.shared = shared;
        this.language = language;
        this.titles = titles;
        this.planned = planned;
        this.operation = planned.spec();
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                language.of("协议", "Protocol"),
                protocol(planned.endpoint().protocol()).label()));
        facts.add(new Fact(language.of("请求签名", "Request signature"), signature()));
        if (!operation.isRedirect()) {
            facts.add(new Fact(
                    language.of("应答签名", "Response signature"),
                    operation.security().responseUnsigned()
                            ? language.of("可能没有签名", "may be missing")
                            : language.of("必定验签", "always verified")));
        }
        facts.add(new Fact(
                language.of("商户 API 证书", "Client certificate"),
                operation.security().clientCertificate()
                        ? language.of("需要（双向 TLS）", "required (mutual TLS)")
                        : language.of("不需要", "not required")));
        facts.add(new Fact(language.of("应答", "Response"), response()));
        operation
                .effects()
                .rateLimit()
                .ifPresent(limit -> facts.add(new Fact(language.of("频率限制", "Rate limit"), limit)));
        hosts(facts);
        return facts;
    }

    /** Returns a protocol as pages name it. */
    static WireProtocol protocol(Protocol protocol) {
        return switch (protocol) {
            case V2 -> WireProtocol.V2;
            case V3 -> WireProtocol.V3;
        };
    }

    private String signature() {
        if (operation.security().requestUnsigned()) {
            return language.of("不签名", "none");
        }
        Root root = planned.endpoint().root();
        String key =
                switch (root) {
                    case V2 -> language.of("APIv2 密钥", "APIv2 key");
                    case V3 -> language.of("商户 API 私钥", "merchant's private key");
                    case BRAND -> language.of("品牌私钥", "brand's private key");
                };
        return operation.security().workwxSigned().isEmpty()
                ? key
                : key + language.of("，另有企业微信支付应用的 secret", ", and the secret of a WeCom app");
    }

    private String response() {
        String kind =
                switch (operation.response().kind()) {
                    case XML -> "XML";
                    case JSON -> operation.response().hasBody() ? "JSON" : language.of("无内容", "no content");
                    case EMPTY -> language.of("无内容（204）", "no content (204)");
                    case ACCEPTED -> language.of("无内容（202，已受理）", "no content (202, accepted)");
                    case STREAM -> language.of("文件", "a file");
                    case REDIRECT -> language.of("在浏览器中打开的 URL", "a URL to open in a browser");
                };
        if (operation.response().download().isPresent()) {
            kind += language.of("，含文件链接", ", with a link to a file");
        }
        return operation.pages().isPresent() ? kind + language.of("，分页", ", in pages") : kind;
    }

    private void hosts(List<Fact> facts) {
        hosts(facts, language.of("域名", "Host"), false);
        hosts(facts, language.of("备选域名", "Alternative hosts"), true);
    }

    private void hosts(List<Fact> facts, String label, boolean alternative) {
        String hosts = operation.hosts().stream()
                .filter(host -> host.alternative() == alternative)
                .map(Host::url)
                .collect(Collectors.joining(", "));
        if (!hosts.isEmpty()) {
            facts.add(new Fact(label, hosts));
        }
    }

    /** Returns the note of the body's section. */
    String bodyNote() {
        BodyKind body = operation.request().body();
        return switch (body) {
            case MULTIPART ->
                planned.endpoint().protocol() == Protocol.V3
                        ? language.of(
                                "multipart/form-data：文件之外的字段组成 meta 部分的 JSON，只对这一部分签名。",
                                "multipart/form-data: all fields but the file are JSON in the part meta, which alone is signed.")
                        : "multipart/form-data";
            case XML ->
                operation.security().requestUnsigned()
                        ? ""
                        : operation.security().nonceless()
                                ? language.of("sign 由客户端添加。", "The client adds sign.")
                                : language.of("nonce_str 和 sign 由客户端添加。", "The client adds nonce_str and sign.");
            case JSON, NONE -> "";
        };
    }

    List<String> outcome() {
        Effects effects = operation.effects();
        List<String> sentences = new ArrayList<>();
        if (operation.isRedirect()) {
            sentences.add(language.of("只生成 URL，不发送请求。", "Only creates a URL: nothing is sent."));
            return sentences;
        }
        if (effects.readOnly()) {
            sentences.add(language.of("只读：不改变任何状态，可以重试。", "Read-only: it changes nothing, and may be repeated."));
        } else if (effects.idempotent()) {
            sentences.add(language.of(
                    "幂等：相同的请求再次发送，不会重复生效。", "Idempotent: the same request, sent again, has no further effect."));
        } else {
            sentences.add(
                    language.of(
                            "不幂等：结果未知时，先查清是否生效，再决定是否重发。",
                            "Not idempotent: if the outcome is unknown, find out whether it took effect before you send it again."));
        }
        if (!effects.readOnly()) {
            sentences.add(language.of(
                    "超时或连接中断后结果未知：请求可能已经生效。客户端抛出 WxPayException，其 outcome() 为 Outcome.UNKNOWN；"
                            + "确定没有发出请求时为 Outcome.NOT_SENT。",
                    "After a timeout or a broken connection the outcome is unknown: the request may have taken effect."
                            + " The client throws a WxPayException whose outcome() is Outcome.UNKNOWN, or"
                            + " Outcome.NOT_SENT if it is certain that nothing was sent."));
            uncertain(effects, sentences);
            settlement(sentences);
        }
        if (!effects.echoes().isEmpty()) {
            String names = String.join(", ", effects.echoes());
            sentences.add(language.of(
                    "应答中的 " + names + " 必须与请求一致，否则视为结果未知。",
                    "The response must repeat " + names + " of the request; otherwise the outcome is unknown."));
        }
        return sentences;
    }

    private void uncertain(Effects effects, List<String> sentences) {
        if (effects.uncertain().contains("*")) {
            sentences.add(
                    language.of("返回未列出处理建议的错误码时，结果未知。", "After an error code without advice, the outcome is unknown."));
        }
        String codes = codes(effects, true);
        if (!codes.isEmpty()) {
            sentences.add(language.of("返回以下错误码时，结果未知：" + codes + "。", "The outcome is unknown after " + codes + "."));
        }
        String others = codes(effects, false);
        if (!others.isEmpty()) {
            sentences.add(language.of(
                    "本接口的错误码中没有以下各项，但若返回，结果同样未知：" + others + "。",
                    "The errors of this operation do not include these; if one is returned all the same, the outcome is unknown: "
                            + others + "."));
        }
    }

    /** Returns the uncertain codes that the page lists among its errors, or the others, whose titles stand here. */
    private String codes(Effects effects, boolean listed) {
        return effects.uncertain().stream()
                .filter(code -> !code.equals("*") && isListed(code) == listed)
                .map(code -> listed ? code : code + title(code))
                .collect(Collectors.joining(language.of("、", ", ")));
    }

    private String title(String code) {
        return titles.of(planned.endpoint().protocol(), code)
                .map(title -> language.of("（" + title + "）", " (" + title + ")"))
                .orElse("");
    }

    private boolean isListed(String code) {
        return shared.contains(code)
                || operation.effects().errors().stream()
                        .anyMatch(error -> error.code().equals(code));
    }

    private void settlement(List<String> sentences) {
        if (planned.settlement().isEmpty()) {
            sentences.add(language.of("规格没有写明能查清结果的查询。", "The specs name no query that tells whether it took effect."));
        } else if (planned.settlement().flatMap(JavaSettlement::callable).isPresent()) {
            sentences.add(language.of(
                    "结果未知时，捕获这个异常并调用 settle()：它用原请求中的单号调用下面的查询接口，返回查询的应答。" + "查询失败，不说明原请求没有生效。",
                    "If the outcome is unknown, catch this exception and call its settle(): it calls the query below with the"
                            + " numbers of the request, and returns the response of the query. If the query"
                            + " fails, nothing is decided: the request may still have taken effect."));
        } else {
            sentences.add(
                    language.of(
                            "下面的查询接口能查清结果，但请求里没有它所需的值，须自行调用。",
                            "The query below tells the outcome, but needs a value that the request does not have: call it yourself."));
        }
    }

    List<Text> withdrawal() {
        Lifecycle lifecycle = operation.lifecycle();
        List<Text> sentences = new ArrayList<>();
        if (lifecycle.closed()) {
            sentences.add(new Text(language.of("微信支付已下线此接口。", "WeChat Pay has closed this operation."), language));
        }
        lifecycle.deprecated().map(reason -> Text.ofSpec(reason, language)).ifPresent(sentences::add);
        if (sentences.isEmpty() && lifecycle.isDeprecated()) {
            sentences.add(new Text(language.of("请改用新的接口。", "Use its successor."), language));
        }
        return sentences;
    }

    /** Returns true if the response has fields of an error instead of a file. */
    boolean isStream() {
        return operation.response().kind() == ResponseKind.STREAM;
    }
}
