package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.spec.BodyKind;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldEncryption;
import io.github.wxpaycodegen.generator.spec.FieldType;
import io.github.wxpaycodegen.generator.spec.FieldType.Scalar;
import io.github.wxpaycodegen.generator.spec.HttpMethod;
import io.github.wxpaycodegen.generator.spec.ObjectShape;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.Protocol;
import io.github.wxpaycodegen.generator.spec.ResponseKind;
import io.github.wxpaycodegen.generator.spec.Specs;
import java.util.ArrayList;
import java.util.List;

/** Says what the language can express and the generator cannot emit yet: never by leaving it out. */
final class SupportCheck {
    private final List<Diagnostic> found = new ArrayList<>();

    private SupportCheck() {}

    static List<Diagnostic> check(Specs specs) {
        SupportCheck check = new SupportCheck();
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().forEach(operation -> check.operation(endpoint, operation));
        }
        return check.found.stream().sorted().toList();
    }

    private void operation(Endpoint endpoint, Operation operation) {
        SourceSpan span = operation.span();
        boolean postXml = endpoint.protocol() == Protocol.V2
                && operation.method() == HttpMethod.POST
                && operation.body() != BodyKind.JSON
                && operation.body() != BodyKind.MULTIPART
                && operation.responseKind() == ResponseKind.XML;
        unless(postXml, span, "an operation other than v2 POST with XML both ways");
        unless(operation.pathParams().isEmpty(), span, "path parameters");
        unless(operation.query().isEmpty(), span, "query parameters");
        unless(operation.headers().isEmpty(), span, "header parameters");
        if (postXml) {
            object(operation.request(), true);
            object(operation.response(), false);
        }
    }

    private void object(ObjectShape shape, boolean request) {
        for (Field field : shape.fields()) {
            unless(field.signed().isEmpty(), field.span(), "a signed field");
            unless(
                    field.encrypted().isEmpty() || field.encrypted().get() == FieldEncryption.RSA_PUBKEY,
                    field.span(),
                    "this kind of encryption");
            boolean oddList = field.list() && (field.type() == Scalar.BOOLEAN || field.type() == Scalar.DATE_TIME);
            unless(!oddList, field.span(), "a list of booleans or times");
            unless(field.type() != Scalar.FILE, field.span(), "a file");
            boolean flat = field.encoded().isPresent()
                    || field.indexed()
                    || !request
                    || !(field.list() || field.type() instanceof FieldType.InlineObject);
            unless(flat, field.span(), "an element within an element of an XML request");
            if (field.type() instanceof FieldType.InlineObject inline) {
                object(inline.shape(), request && field.encoded().isEmpty() && field.indexed());
            }
        }
    }

    private void unless(boolean supported, SourceSpan span, String what) {
        if (!supported) {
            found.add(Diagnostic.of(
                    Code.NOT_GENERATED_YET,
                    span,
                    what + " is described, but not generated yet",
                    "leave the endpoint out with `excludes`"));
        }
    }
}
