package io.github.wxpaycodegen.reference.snippet;

import io.github.wxpaycodegen.generator.json.JsonText;
import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Security;
import io.github.wxpaycodegen.generator.plan.JavaField.Kind;
import io.github.wxpaycodegen.generator.plan.JavaField.Place;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.reference.sample.Sample;
import io.github.wxpaycodegen.reference.sample.SampleFile;
import io.github.wxpaycodegen.reference.sample.SampleRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sample request in the parts in which it is sent. Values that only the sender can compute are {@linkplain Marks marked}.
 *
 * @param path with values in its template segments, percent-encoded
 * @param query the parameters, not yet escaped
 * @param headers the headers that the spec declares
 * @param fields the fields of a v2 message or of the parts of an upload, as texts
 * @param json the JSON of a v3 body, or of the part {@code meta} of an upload; empty for none
 * @param file the file of an upload
 */
record WireRequest(
        JavaOperation operation,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> fields,
        String json,
        Optional<SampleFile> file) {

    static WireRequest of(JavaOperation operation, SampleRequest request) {
        boolean v2 = operation.endpoint().protocol() == Protocol.V2;
        Operation spec = operation.spec();
        List<Sample.Member> body = request.at(Place.BODY);
        Optional<SampleFile> file = SampleFile.of(body);
        boolean hasJson =
                !v2 && (spec.request().body() == BodyKind.JSON || spec.request().body() == BodyKind.MULTIPART);
        return new WireRequest(
                operation,
                path(operation, request),
                texts(request.at(Place.QUERY)),
                texts(request.at(Place.HEADER)),
                v2 ? texts(body) : Map.of(),
                hasJson ? JsonText.of(JsonBody.object(body)).strip() : "",
                file);
    }

    private static String path(JavaOperation operation, SampleRequest request) {
        String path = operation.endpoint().wirePath();
        for (Map.Entry<String, String> segment : request.segments().entrySet()) {
            path = path.replace("{" + segment.getKey() + "}", escaped(segment.getValue()));
        }
        return path;
    }

    private static Map<String, String> texts(List<Sample.Member> members) {
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach(member -> add(texts, member, 0));
        return texts;
    }

    /** Adds a field; the elements of an indexed group have numbered names. */
    private static void add(Map<String, String> texts, Sample.Member member, int depth) {
        if (member.field().kind() == Kind.FILE) {
            return;
        }
        if (member.field().spec().indexed() && member.value() instanceof Sample.Composite group) {
            group.members().forEach(each -> add(texts, each, depth + 1));
            return;
        }
        String name = member.field().wireName().replace("$n", "0").replace("$m", "0");
        texts.put(name, JsonBody.text(member));
    }

    Security security() {
        return operation.spec().security();
    }

    boolean isV2() {
        return operation.endpoint().protocol() == Protocol.V2;
    }

    boolean isGet() {
        return operation.spec().method() == HttpMethod.GET;
    }

    boolean isUpload() {
        return operation.spec().request().body() == BodyKind.MULTIPART;
    }

    /** Returns true if an MD5 signs a v2 request: the default of the protocol, or the value of its field. */
    boolean usesMd5() {
        return !"HMAC-SHA256".equals(isGet() ? query.get("sign_type") : fields.get("sign_type"));
    }

    /** Returns the query with its question mark, percent-encoded but for marks; empty for none. */
    String queryText() {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(each -> escaped(each.getKey()) + "=" + escaped(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** Returns true if any value is encrypted. */
    boolean hasEncrypted() {
        return Marks.contains(json + fields + query + headers, Marks.Kind.ENCRYPTED);
    }

    /** Returns true if any value is signed. */
    boolean hasSigned() {
        return Marks.contains(json + fields + query + headers, Marks.Kind.SIGNED);
    }

    /** Percent-encodes a text; a mark stays as it is, because its value is computed later. */
    static String escaped(String text) {
        return text.chars().anyMatch(each -> each >= '\uE000' && each <= '\uE00F')
                ? text
                : URLEncoder.encode(text, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%7E", "~");
    }
}
