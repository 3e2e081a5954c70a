package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.EndpointNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds items of the specs that would become the same class. Names that differ only in case count as the same, because
 * classes are files, and some file systems ignore case.
 */
public final class ClassClaims {
    private final ClassNames names;
    private final Map<String, Claim> claims = new HashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();

    private ClassClaims(Specs specs) {
        names = new ClassNames("wxpay", specs);
    }

    private record Claim(String what, SourceSpan span) {}

    /** Returns all clashes of classes, sorted. The specs may have other errors. */
    public static List<Diagnostic> check(Specs specs) {
        ClassClaims claims = new ClassClaims(specs);
        specs.types().forEach(claims::type);
        specs.endpoints().forEach(claims::endpoint);
        specs.notifications().forEach(claims::notification);
        return claims.found.stream().sorted().toList();
    }

    private void type(SharedType type) {
        claim(() -> names.shared(type), "the shared type `" + type.id() + "`", type.span());
    }

    private void endpoint(Endpoint endpoint) {
        for (Operation operation : endpoint.operations()) {
            String what = operation.method().name().toLowerCase(Locale.ROOT) + "` of `" + endpoint.uri() + "`";
            if (ClassNames.hasRequestOfItsOwn(operation)) {
                claim(() -> names.request(endpoint, operation), "the request of `" + what, operation.span());
            }
            if (ClassNames.hasResponseOfItsOwn(operation)) {
                claim(() -> names.response(endpoint, operation), "the response of `" + what, operation.span());
            }
        }
        places(endpoint);
    }

    /** Claims the interfaces of all steps. URIs below a step share its interface. */
    private void places(Endpoint endpoint) {
        String path = "";
        for (String step : EndpointNames.steps(endpoint.chain())) {
            path = path.isEmpty() ? step : path + "/" + step;
            String place = path;
            claim(() -> names.place(place), "the place `" + place + "`", endpoint.span());
        }
    }

    private void notification(NotificationSpec notification) {
        String what = "`" + notification.id() + "`";
        claim(() -> names.notification(notification), "the notification " + what, notification.span());
        if (notification.bodyType().isEmpty()) {
            claim(() -> names.content(notification), "the content of the notification " + what, notification.span());
        }
        if (notification.reply().isPresent()) {
            claim(() -> names.reply(notification), "the reply to the notification " + what, notification.span());
        }
    }

    private void claim(Supplier<ClassName> named, String what, SourceSpan span) {
        ClassName name;
        try {
            name = named.get();
        } catch (IllegalArgumentException e) {
            // The name is not valid in Java, which is reported separately.
            return;
        }
        Claim first = claims.putIfAbsent(name.canonicalName().toLowerCase(Locale.ROOT), new Claim(what, span));
        if (first != null && !first.what().equals(what)) {
            found.add(new Diagnostic(
                    Code.NAME_CLASH,
                    span,
                    what + " and " + first.what() + " both become the Java class `" + name.simpleName() + "`",
                    Optional.of("give an operation or a notification its own name: `java: Name`; rename a shared type"),
                    List.of(first.span())));
        }
    }
}
