package io.github.wxpaycodegen.generator.spec;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One method of one URI.
 *
 * @param security whether the merchant's client certificate is presented (mutual TLS)
 * @param nonceless whether the request carries no {@code nonce_str}
 * @param pathParams the fields of the template segments, by name
 * @param body what the request carries
 * @param request the fields of the body; without fields where there is none
 * @param response the fields of the response
 * @param errorFields what a failed stream download answers instead
 * @param requestUnsigned whether the request carries no signature
 * @param responseUnsigned whether a success may come without a signature
 * @param readOnly whether the operation changes nothing at the gateway
 * @param idempotent whether sending the same request again changes nothing more; true where {@code readOnly} is
 * @param uncertain all error codes after which it is unknown whether the operation took effect, those of {@code errors}
 *     included
 * @param errors the error codes that are known of it
 * @param echoes the fields of the request whose values the response repeats
 * @param rateLimit the most calls in a time, {@code 15/s}
 * @param notifies the notifications that it causes
 * @param workwxSigned the fields that a second signature, under the secret of a WeCom app, is made of; none for none
 * @param settledBy the URI of the operation that tells, without a leading slash
 * @param lifecycle whether it may still be used, and what replaces it
 * @param fragment what goes at the end of a redirect URL
 * @param javaName the name that replaces the one that messages of this operation begin with
 * @param requestType the shared object that is the request, by its {@link SharedType#id()}; {@code request} has its
 *     fields too
 * @param responseType the shared object that is the response, by its {@link SharedType#id()}; {@code response} has its
 *     fields too
 * @param download the fields of the response that lead to a file
 * @param file the content of the file that the response is or links to; empty if there is none, or another one
 */
public record Operation(
        SourceSpan span,
        HttpMethod method,
        Documentation documentation,
        boolean security,
        boolean nonceless,
        List<Host> hosts,
        List<Field> pathParams,
        List<Field> query,
        List<Field> headers,
        BodyKind body,
        ObjectShape request,
        ResponseKind responseKind,
        ObjectShape response,
        List<Field> errorFields,
        boolean requestUnsigned,
        boolean responseUnsigned,
        boolean readOnly,
        boolean idempotent,
        List<String> uncertain,
        List<ErrorSpec> errors,
        List<String> echoes,
        Optional<String> rateLimit,
        List<NotificationRef> notifies,
        List<String> workwxSigned,
        Optional<String> settledBy,
        Lifecycle lifecycle,
        Optional<String> fragment,
        Optional<String> javaName,
        Optional<String> requestType,
        Optional<String> responseType,
        Optional<Download> download,
        Optional<FileKind> file) {
    public Operation {
        hosts = List.copyOf(hosts);
        pathParams = List.copyOf(pathParams);
        query = List.copyOf(query);
        headers = List.copyOf(headers);
        errorFields = List.copyOf(errorFields);
        uncertain = List.copyOf(uncertain);
        errors = List.copyOf(errors);
        echoes = List.copyOf(echoes);
        notifies = List.copyOf(notifies);
        workwxSigned = List.copyOf(workwxSigned);
    }

    /** Returns the official name. */
    public String title() {
        return documentation.title();
    }

    /** Returns whether a success has a body with fields. */
    public boolean hasResponseBody() {
        return responseKind != ResponseKind.EMPTY && !response.fields().isEmpty();
    }

    /** All that a caller gives but the path: the fields of the query, of the headers and of the body, in this order. */
    public List<Field> requestFields() {
        List<Field> all = new ArrayList<>(query);
        all.addAll(headers);
        all.addAll(request.fields());
        return all;
    }
}
