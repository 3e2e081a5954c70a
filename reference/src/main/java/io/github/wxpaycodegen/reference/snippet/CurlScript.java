package io.github.wxpaycodegen.reference.snippet;

import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.reference.page.Snippet;
import io.github.wxpaycodegen.reference.sample.SampleFile;
import io.github.wxpaycodegen.reference.sample.SampleRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints a script that signs a request with OpenSSL and sends it with curl to the simulator. */
public final class CurlScript {
    private static final String MCHID = "1230000109";
    private static final String BRAND = "40001";
    /** Percent-encodes Base64 in a URL. */
    private static final String ESCAPE = "sed 's/+/%2B/g; s|/|%2F|g; s/=/%3D/g'";

    private static final String GATEWAY = "\"https://localhost:8443";

    private final WireRequest request;
    private final StringBuilder script = new StringBuilder();

    private CurlScript(WireRequest request) {
        this.request = request;
    }

    /**
     * Returns the script of an operation; empty if it only creates a URL, or needs the secret of a WeCom app, which the simulator
     * does not write to a file.
     */
    public static Optional<Snippet> of(JavaOperation operation, SampleRequest request) {
        if (operation.isRedirect()
                || !operation.spec().security().workwxSigned().isEmpty()) {
            return Optional.empty();
        }
        CurlScript curl = new CurlScript(WireRequest.of(operation, request));
        return Optional.of(new Snippet("curl", "curl", "bash", curl.write()));
    }

    private boolean isBrand() {
        return request.operation().endpoint().root().callerKey() == FillKey.BRAND_ID;
    }

    private String write() {
        line("keys=wxpay-simulator-keys");
        line("merchant=$keys/" + MCHID);
        if (request.hasEncrypted()) {
            String key = request.isV2() ? "v2_encryption_key.pem" : isBrand() ? "brand_pub_key.pem" : "pub_key.pem";
            line("encrypt() {");
            line("  printf %s \"$1\" | openssl pkeyutl -encrypt -pubin -inkey $merchant/" + key + " \\");
            line("    -pkeyopt rsa_padding_mode:oaep | openssl base64 -A");
            line("}");
        }
        if (request.hasSigned()) {
            line("sign() {");
            line("  printf %s \"$1\" | openssl dgst -sha256 -sign $merchant/apiclient_key.pem | openssl base64 -A");
            line("}");
        }
        return request.isV2() ? v2() : v3();
    }

    private String v3() {
        String key = isBrand() ? "brand_key.pem" : "apiclient_key.pem";
        String certificate = isBrand() ? "brand_cert.pem" : "apiclient_cert.pem";
        String method = request.operation().spec().method().name();
        line("target=" + quoted(request.path() + request.queryText(), " | " + ESCAPE));
        boolean hasBody = !request.json().isEmpty();
        if (hasBody) {
            line("body=" + quoted(request.json()));
        }
        StringBuilder call = new StringBuilder();
        if (!request.security().requestUnsigned()) {
            line("serial=$(openssl x509 -noout -serial -in $merchant/" + certificate + " | cut -d= -f2)");
            line("time=$(date +%s) nonce=$(openssl rand -hex 16)");
            line("signature=$(printf '%s\\n' " + method + " \"$target\" $time $nonce " + (hasBody ? "\"$body\"" : "''")
                    + " |");
            line("  openssl dgst -sha256 -sign $merchant/" + key + " | openssl base64 -A)");
            String identity = isBrand()
                    ? "WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\\\"" + BRAND
                    : "WECHATPAY2-SHA256-RSA2048 mchid=\\\"" + MCHID;
            option(
                    call,
                    "-H \"Authorization: " + identity
                            + "\\\",nonce_str=\\\"$nonce\\\",timestamp=\\\"$time\\\",serial_no=\\\"$serial\\\",signature=\\\"$signature\\\"\"");
        }
        option(call, "-H 'Accept: application/json'");
        // A brand must name its key, because the merchant has another.
        if (request.hasEncrypted() || isBrand()) {
            line("key_id=$(grep -o '\"" + (isBrand() ? "brandPublicKeyId" : "publicKeyId")
                    + "\" *: *\"[^\"]*' $merchant/settings.json | cut -d'\"' -f4)");
            option(call, "-H \"Wechatpay-Serial: $key_id\"");
        }
        request.headers().forEach((name, value) -> option(call, "-H " + quoted(name + ": " + value)));
        if (request.isUpload()) {
            option(call, "-F \"meta=$body;type=application/json\"");
            file(call);
        } else if (hasBody) {
            option(call, "-H 'Content-Type: application/json'");
            option(call, "--data-raw \"$body\"");
        }
        return send(method, GATEWAY + "$target\"", call);
    }

    private String v2() {
        Map<String, String> given = request.isGet() ? request.query() : request.fields();
        Map<String, String> fields = new LinkedHashMap<>(given);
        boolean signed = !request.security().requestUnsigned();
        if (signed && !request.security().nonceless()) {
            line("nonce=$(openssl rand -hex 16)");
            fields.put("nonce_str", Marks.Kind.VARIABLE.mark("nonce"));
        }
        if (signed) {
            computed(fields);
            String text = new TreeMap<>(fields)
                    .entrySet().stream()
                            .filter(field -> !field.getValue().isEmpty())
                            .map(field -> field.getKey() + "=" + field.getValue())
                            .collect(Collectors.joining("&"));
            line("text=" + quoted(text));
            line("key=$(cat $merchant/v2_key.txt)");
            String digest = request.usesMd5() ? "-md5" : "-sha256 -hmac \"$key\"";
            line("sign=$(printf %s \"$text&key=$key\" | openssl dgst " + digest + " | sed 's/.* //' | tr a-f A-F)");
            fields.put("sign", Marks.Kind.VARIABLE.mark("sign"));
        }
        StringBuilder call = new StringBuilder();
        if (request.security().clientCertificate()) {
            option(call, "--cert $merchant/apiclient_cert.pem --key $merchant/apiclient_key.pem");
        }
        request.headers().forEach((name, value) -> option(call, "-H " + quoted(name + ": " + value)));
        if (request.isGet()) {
            option(call, "-G");
            fields.forEach((name, value) -> option(call, "--data-urlencode " + quoted(name + "=" + value)));
        } else if (request.isUpload()) {
            fields.forEach((name, value) -> option(call, "--form-string " + quoted(name + "=" + value)));
            file(call);
        } else {
            option(call, "-H 'Content-Type: text/xml; charset=utf-8'");
            option(call, "--data-raw " + quoted(xml(fields)));
        }
        String target = request.path() + (request.isGet() ? "" : request.queryText());
        return send(request.operation().spec().method().name(), GATEWAY + target + "\"", call);
    }

    /** Moves computed values to variables: they would differ between the signed text and the message. */
    private void computed(Map<String, String> fields) {
        fields.replaceAll((name, value) -> {
            boolean computed = Marks.contains(value, Marks.Kind.ENCRYPTED)
                    || Marks.contains(value, Marks.Kind.SIGNED)
                    || Marks.contains(value, Marks.Kind.DIGEST);
            if (!computed) {
                return value;
            }
            line(name + "=" + quoted(value));
            return Marks.Kind.VARIABLE.mark(name);
        });
    }

    private static String xml(Map<String, String> fields) {
        StringBuilder xml = new StringBuilder("<xml>");
        fields.forEach((name, value) -> xml.append('<')
                .append(name)
                .append("><![CDATA[")
                .append(value)
                .append("]]></")
                .append(name)
                .append('>'));
        return xml.append("</xml>").toString();
    }

    private String fileName() {
        return request.file().map(SampleFile::name).orElseThrow();
    }

    private void file(StringBuilder call) {
        request.file()
                .ifPresent(file ->
                        option(call, "-F '" + file.field() + "=@" + file.name() + ";type=" + file.mediaType() + "'"));
    }

    private String send(String method, String url, StringBuilder call) {
        line("");
        String request = method.equals("GET") || method.equals("POST") ? "" : " -X " + method;
        String post = method.equals("POST")
                        && !call.toString().contains("--data")
                        && !call.toString().contains("-F ")
                ? " -X POST"
                : "";
        line("curl --cacert $keys/ca.pem" + request + post + " " + url + call);
        return script.toString();
    }

    private void line(String text) {
        script.append(text).append('\n');
    }

    private static void option(StringBuilder call, String option) {
        call.append(" \\\n  ").append(option);
    }

    /** Returns a word of the shell; a marked value becomes the command that computes it. */
    private String quoted(String text) {
        return quoted(text, "");
    }

    private String quoted(String text, String filter) {
        String escaped = "'" + text.replace("'", "'\\''") + "'";
        String word = Marks.replace(escaped, (kind, value) -> switch (kind) {
            case ENCRYPTED -> "'\"$(encrypt '" + value + "'" + filter + ")\"'";
            case SIGNED -> "'\"$(sign '" + value + "'" + filter + ")\"'";
            case DIGEST -> "'\"$(openssl dgst -" + value + " " + fileName() + " | sed 's/.* //')\"'";
            case VARIABLE -> "'\"$" + value + "\"'";
        });
        return word.endsWith("\"''") ? word.substring(0, word.length() - 2) : word;
    }
}
