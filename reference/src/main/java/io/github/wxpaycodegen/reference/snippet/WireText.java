package io.github.wxpaycodegen.reference.snippet;

import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.reference.page.Snippet;
import io.github.wxpaycodegen.reference.sample.SampleRequest;
import io.github.wxpaycodegen.reference.text.Language;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints a request as it goes over the wire. An ellipsis stands for what the client computes. */
public final class WireText {
    private static final String HOST = "https://api.mch.weixin.qq.com";
    private static final String BOUNDARY = "BOUNDARY";

    private final WireRequest request;
    private final Language language;

    private WireText(WireRequest request, Language language) {
        this.request = request;
        this.language = language;
    }

    /** Returns the request of an operation; of a redirect, the URL that a browser opens. */
    public static Snippet of(JavaOperation operation, SampleRequest request, Language language) {
        WireText text = new WireText(WireRequest.of(operation, request), language);
        return new Snippet("http", "HTTP", "http", operation.isRedirect() ? text.url() : text.message());
    }

    private URI host() {
        return URI.create(request.operation().spec().hosts().stream()
                .filter(host -> !host.alternative())
                .findFirst()
                .map(Host::url)
                .orElse(HOST));
    }

    private String url() {
        String fragment = request.operation()
                .spec()
                .response()
                .fragment()
                .map(text -> "#" + text)
                .orElse("");
        return host() + target() + fragment + "\n";
    }

    private String target() {
        if (!request.isV2() || !request.isGet()) {
            return request.path() + shown(request.queryText());
        }
        Map<String, String> signed = signedFields(request.query());
        StringBuilder target = new StringBuilder(request.path());
        String before = "?";
        for (Map.Entry<String, String> field : signed.entrySet()) {
            String value = shown(WireRequest.escaped(field.getValue())).replace("%E2%80%A6", "…");
            target.append(before).append(field.getKey()).append('=').append(value);
            before = "&";
        }
        return target.toString();
    }

    private String message() {
        StringBuilder text = new StringBuilder();
        URI host = host();
        text.append(request.operation().spec().method())
                .append(' ')
                .append(host.getRawPath())
                .append(target())
                .append(" HTTP/1.1\n");
        header(text, "Host", host.getAuthority());
        request.headers().forEach((name, value) -> header(text, name, shown(value)));
        if (!request.isV2() && !request.security().requestUnsigned()) {
            header(
                    text,
                    "Authorization",
                    identity() + ",nonce_str=\"…\",timestamp=\"…\"," + "serial_no=\"…\",signature=\"…\"");
        }
        if (!request.isV2()) {
            // The key that encrypts, and that shall sign the response.
            header(text, "Wechatpay-Serial", "PUB_KEY_ID_…");
            header(text, "Accept", "application/json");
        }
        if (request.isUpload()) {
            return upload(text);
        }
        if (request.isV2() && !request.isGet()) {
            header(text, "Content-Type", "text/xml; charset=utf-8");
            return text.append('\n').append(xml()).toString();
        }
        if (!request.json().isEmpty()) {
            header(text, "Content-Type", "application/json");
            text.append('\n').append(shown(request.json())).append('\n');
        }
        return text.toString();
    }

    private String identity() {
        return request.operation().endpoint().root().callerKey().key().equals("brand_id")
                ? "WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"40001\""
                : "WECHATPAY2-SHA256-RSA2048 mchid=\"1230000109\"";
    }

    private String xml() {
        StringBuilder xml = new StringBuilder("<xml>\n");
        signedFields(request.fields()).forEach((name, value) -> xml.append("  <")
                .append(name)
                .append("><![CDATA[")
                .append(shown(value))
                .append("]]></")
                .append(name)
                .append(">\n"));
        return xml.append("</xml>\n").toString();
    }

    /** Returns the fields with those that the client adds. */
    private Map<String, String> signedFields(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (!request.security().nonceless() && !request.security().requestUnsigned()) {
            all.put("nonce_str", "…");
        }
        if (!request.security().workwxSigned().isEmpty()) {
            all.put("workwx_sign", "…");
        }
        if (!request.security().requestUnsigned()) {
            all.put("sign", "…");
        }
        return all;
    }

    private String upload(StringBuilder text) {
        header(text, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        text.append('\n');
        if (request.isV2()) {
            signedFields(request.fields()).forEach((name, value) -> part(text, name, "", shown(value)));
        } else {
            part(text, "meta", "Content-Type: application/json\n", shown(request.json()));
        }
        request.file()
                .ifPresent(file -> part(
                        text,
                        file.field() + "\"; filename=\"" + file.name(),
                        "Content-Type: " + file.mediaType() + "\n",
                        language.of("（文件内容）", "(the file)")));
        return text.append("--" + BOUNDARY + "--\n").toString();
    }

    private static void part(StringBuilder text, String name, String headers, String content) {
        text.append("--" + BOUNDARY + "\n")
                .append("Content-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\n")
                .append(headers)
                .append('\n')
                .append(content)
                .append('\n');
    }

    private static void header(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private String shown(String text) {
        return Marks.replace(text, (kind, value) -> switch (kind) {
            case ENCRYPTED -> language.of("…（加密：" + value + "）", "… (encrypted: " + value + ")");
            case SIGNED -> language.of("…（签名：" + value + "）", "… (signature of " + value + ")");
            case DIGEST -> language.of("…（文件的 " + value + "）", "… (" + value + " of the file)");
            case VARIABLE -> "…";
        });
    }
}
