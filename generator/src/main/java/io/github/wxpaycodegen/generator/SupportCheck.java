package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reports constructs of the spec language that the generator does not support yet, instead of silently omitting them.
 */
public final class SupportCheck {
    /** The encryptions of documents; the runtime decrypts them before it reads their fields. */
    private static final Set<FieldEncryption> DOCUMENTS = Set.of(FieldEncryption.AES_ECB, FieldEncryption.AES_GCM);

    private static final String CIPHERTEXT = "ciphertext";

    /** The headers of every request, in lower case. */
    private static final Set<String> OWN_HEADERS = Set.of(
            "accept",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "host",
            "transfer-encoding",
            "user-agent",
            "wechatpay-serial");

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<String> objects;

    private SupportCheck(Specs specs) {
        objects = specs.types().stream()
                .filter(type -> type.shape() instanceof TypeShape.OfObject)
                .map(SharedType::id)
                .collect(Collectors.toSet());
    }

    /** Returns what the generator would reject, sorted. */
    public static List<Diagnostic> check(Specs specs) {
        SupportCheck check = new SupportCheck(specs);
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().forEach(operation -> check.operation(endpoint, operation));
            long files =
                    endpoint.operations().stream().filter(SupportCheck::hasFile).count();
            check.unless(files < 2, endpoint.span(), "a URI with two operations that return links to files");
        }
        specs.notifications().forEach(check::notification);
        return check.found.stream().sorted().toList();
    }

    private static boolean hasFile(Operation operation) {
        return operation.response().kind() == ResponseKind.STREAM
                || operation.response().download().isPresent();
    }

    private void operation(Endpoint endpoint, Operation operation) {
        SourceSpan span = operation.span();
        boolean v2 = endpoint.protocol() == Protocol.V2;
        unless(operation.request().path().isEmpty() || !v2, span, "a v2 operation with path parameters");
        unless(
                !v2 || operation.method() == HttpMethod.GET || operation.method() == HttpMethod.POST,
                span,
                "a v2 operation other than GET and POST");
        unless(!v2 || operation.request().body() != BodyKind.JSON, span, "a v2 operation with a JSON body");
        unless(v2 || operation.request().body() != BodyKind.XML, span, "a v3 operation with an XML body");
        unless(!operation.response().kind().isStatusOnly() || !v2, span, "a v2 operation with an empty response");
        boolean redirect = operation.response().kind() == ResponseKind.REDIRECT;
        unless(!redirect || (v2 && operation.method() == HttpMethod.GET), span, "a redirect other than a v2 GET");
        operation.request().query().forEach(field -> parameter(field, "query"));
        operation.request().headers().forEach(this::header);
        object(new ObjectShape(operation.request().given(), List.of()), v2);
        object(operation.response().shape(), false);
    }

    private void header(Field field) {
        parameter(field, "headers");
        unless(!field.list(), field.span(), "a list in `headers`");
        unless(
                !OWN_HEADERS.contains(field.name().toLowerCase(Locale.ROOT)),
                field.span(),
                "the header `" + field.name() + "`, which the client sets itself,");
    }

    private void parameter(Field field, String where) {
        boolean object = field.type() instanceof FieldType.InlineObject
                || (field.type() instanceof FieldType.Reference reference && objects.contains(reference.typeId()));
        unless(!object || field.wire().encoded().isPresent(), field.span(), "an object in `" + where + "`");
        unless(field.type() != Scalar.FILE, field.span(), "a file in `" + where + "`");
    }

    private void notification(NotificationSpec notification) {
        boolean v2 = notification.protocol() == Protocol.V2;
        List<Field> plain = new ArrayList<>();
        int documents = 0;
        for (Field field : notification.body().fields()) {
            if (v2 && field.wire().encrypted().filter(DOCUMENTS::contains).isPresent()) {
                document(field, notification.body().fields());
                documents++;
            } else {
                plain.add(field);
            }
        }
        unless(documents < 2, notification.span(), "a message with two encrypted documents");
        object(new ObjectShape(plain, List.of()), v2);
        notification.reply().ifPresent(reply -> object(reply, true));
    }

    private void document(Field field, List<Field> siblings) {
        boolean object = field.type() instanceof FieldType.InlineObject && !field.list();
        unless(object, field.span(), "an encrypted document that is not an object");
        if (field.type() instanceof FieldType.InlineObject inline) {
            object(inline.shape(), true);
        }
        if (field.wire().encrypted().equals(Optional.of(FieldEncryption.AES_GCM))) {
            unless(
                    hasParameters(field.name(), siblings),
                    field.span(),
                    "an `aes-gcm` document that is not called `…ciphertext`, beside `…algorithm` and `…nonce`,");
        }
    }

    /** Tests whether the parameters of AES-GCM stand beside the ciphertext, with its prefix. */
    private static boolean hasParameters(String name, List<Field> siblings) {
        if (!name.endsWith(CIPHERTEXT)) {
            return false;
        }
        String prefix = name.substring(0, name.length() - CIPHERTEXT.length());
        return siblings.stream().map(Field::name).toList().containsAll(List.of(prefix + "algorithm", prefix + "nonce"));
    }

    private void object(ObjectShape shape, boolean flatOnly) {
        for (Field field : shape.fields()) {
            unless(
                    field.wire().encrypted().isEmpty()
                            || field.wire().encrypted().get() == FieldEncryption.RSA_PUBKEY,
                    field.span(),
                    "this kind of encryption");
            boolean oddList = field.list()
                    && (field.type() == Scalar.BOOLEAN
                            || field.type() == Scalar.DATE_TIME
                            || field.type() == Scalar.FILE);
            unless(!oddList, field.span(), "a list of booleans, times or files");
            boolean flat = field.wire().encoded().isPresent()
                    || field.indexed()
                    || !flatOnly
                    || !(field.list() || field.type() instanceof FieldType.InlineObject);
            unless(flat, field.span(), "an element within an element of a v2 message");
            if (field.type() instanceof FieldType.InlineObject inline) {
                object(inline.shape(), flatOnly && field.wire().encoded().isEmpty() && field.indexed());
            }
        }
    }

    private void unless(boolean supported, SourceSpan span, String what) {
        if (!supported) {
            found.add(Diagnostic.of(
                    Code.NOT_GENERATED_YET,
                    span,
                    what + " is not supported by the generator yet",
                    "omit the file with `excludes`"));
        }
    }
}
