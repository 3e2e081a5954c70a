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
        boolean v2 = endpoint.protocol() == Protocol.V2;
        unless(operation.pathParams().isEmpty() || !v2, span, "a v2 operation with path parameters");
        unless(
                !v2 || operation.method() == HttpMethod.GET || operation.method() == HttpMethod.POST,
                span,
                "a v2 operation other than GET and POST");
        unless(!v2 || operation.body() != BodyKind.JSON, span, "a v2 operation with a JSON body");
        unless(v2 || operation.body() != BodyKind.XML, span, "a v3 operation with an XML body");
        boolean answers = operation.responseKind() != ResponseKind.EMPTY || !v2;
        unless(answers, span, "a v2 operation that answers nothing");
        boolean redirect = operation.responseKind() == ResponseKind.REDIRECT;
        unless(!redirect || (v2 && operation.method() == HttpMethod.GET), span, "a redirect other than a v2 GET");
        object(new ObjectShape(operation.requestFields(), List.of()), v2);
        object(operation.response(), false);
    }

    private void object(ObjectShape shape, boolean flatOnly) {
        for (Field field : shape.fields()) {
            unless(
                    field.encrypted().isEmpty() || field.encrypted().get() == FieldEncryption.RSA_PUBKEY,
                    field.span(),
                    "this kind of encryption");
            boolean oddList = field.list()
                    && (field.type() == Scalar.BOOLEAN
                            || field.type() == Scalar.DATE_TIME
                            || field.type() == Scalar.FILE);
            unless(!oddList, field.span(), "a list of booleans, times or files");
            boolean flat = field.encoded().isPresent()
                    || field.indexed()
                    || !flatOnly
                    || !(field.list() || field.type() instanceof FieldType.InlineObject);
            unless(flat, field.span(), "an element within an element of an XML request");
            if (field.type() instanceof FieldType.InlineObject inline) {
                object(inline.shape(), flatOnly && field.encoded().isEmpty() && field.indexed());
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
