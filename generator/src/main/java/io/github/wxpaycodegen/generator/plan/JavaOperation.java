package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An operation and the classes that its calls use.
 *
 * @param request the class of the request
 * @param response the class of the response: a message, a file or a URL
 * @param api the interface of its URI, with the constant that describes the operation to the runtime
 * @param forms the ways in which a call accepts the request
 * @param responseFields the fields of the response
 * @param pages the fields for paging, if the response has pages
 * @param replacement the interface of the operation that replaces it, if that is generated
 * @param settlement the query that finds out whether it took effect, if its spec names one
 * @param notifications the classes of the notifications that it causes, where they are generated
 */
public record JavaOperation(
        Endpoint endpoint,
        Operation spec,
        ClassName request,
        ClassName response,
        ClassName api,
        RequestForms forms,
        List<JavaField> responseFields,
        Optional<JavaPages> pages,
        Optional<ClassName> replacement,
        Optional<JavaSettlement> settlement,
        Map<NotificationRef, ClassName> notifications) {
    public JavaOperation {
        responseFields = List.copyOf(responseFields);
        notifications = Map.copyOf(notifications);
    }

    /** Returns the name of the method that calls it, which is that of the HTTP method. */
    public String method() {
        return spec.method().name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the request has its own class. A request without fields uses a class of the runtime. */
    public boolean hasRequestOfItsOwn() {
        return ClassNames.hasRequestOfItsOwn(spec);
    }

    /**
     * Returns the type of the request's builder in lambdas. Without fields it is the superclass of all request
     * builders, so that a compiled lambda still works after the request gains a field.
     */
    public TypeName requestBuilder() {
        return hasRequestOfItsOwn()
                ? request.nestedClass("Builder")
                : ParameterizedTypeName.get(Runtime.REQUEST_BUILDER, WildcardTypeName.subtypeOf(Object.class), request);
    }

    /** Returns whether the call only creates a URL for a browser. */
    public boolean isRedirect() {
        return spec.response().kind() == ResponseKind.REDIRECT;
    }

    /** Returns whether the response is a file. */
    public boolean isStream() {
        return spec.response().kind() == ResponseKind.STREAM;
    }

    /** Returns whether the operation has a file to save: the response itself, or a file that it links to. */
    public boolean hasFile() {
        return isStream() || spec.response().download().isPresent();
    }

    /** Returns the field of the response with this wire name, which must exist. */
    public JavaField responseField(String wireName) {
        return responseFields.stream()
                .filter(field -> field.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
