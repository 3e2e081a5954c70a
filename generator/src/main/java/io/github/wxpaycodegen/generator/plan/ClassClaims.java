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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds two things of the specs that would become one class. Case does not tell them apart: classes are files, and not every
 * disk has both.
 */
public final class ClassClaims {
    private final ClassNames names;
    private final Map<String, Claim> claims = new HashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();

    private ClassClaims(Specs specs) {
        names = new ClassNames("wxpay", specs);
    }

    private record Claim(String what, SourceSpan span) {}

    /** All clashes of classes, sorted; specs that have other errors may be checked too. */
    public static List<Diagnostic> check(Specs specs) {
        ClassClaims claims = new ClassClaims(specs);
        specs.types().forEach(claims::type);
        specs.endpoints().forEach(claims::endpoint);
        specs.notifications().forEach(claims::notification);
        return claims.found.stream().sorted().toList();
    }

    private void type(SharedType type) {
        claim(() -> names.shared(type), "the shared type `" + type.name() + "`", type.span());
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

    /** Each segment of the chain has an interface, which all URIs below it share. */
    private void places(Endpoint endpoint) {
        String path = "";
        for (String segment : endpoint.chain().split("/")) {
            path = path.isEmpty() ? segment : path + "/" + segment;
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
            // Not a Java name, which is an error of its own.
            return;
        }
        Claim first = claims.putIfAbsent(name.canonicalName().toLowerCase(Locale.ROOT), new Claim(what, span));
        if (first != null && !first.what().equals(what)) {
            found.add(new Diagnostic(
                    Code.NAME_CLASH,
                    span,
                    what + " and " + first.what() + " both become the Java class `" + name.simpleName() + "`",
                    Optional.of("rename a shared type, or give the other a Java name: `java: name`"),
                    List.of(first.span())));
        }
    }
}
