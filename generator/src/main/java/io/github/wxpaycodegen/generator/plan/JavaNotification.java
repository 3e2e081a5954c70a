package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import java.util.Locale;
import java.util.Optional;

/**
 * A notification and its classes.
 *
 * @param content the class of its content: the resource in v3, the body in v2
 * @param reply the class of the reply, if the gateway expects one
 */
public record JavaNotification(NotificationSpec spec, ClassName name, ClassName content, Optional<ClassName> reply) {
    /** Returns the name of the accessor of the content. */
    public String contentName() {
        return ClassNames.contentKind(spec).toLowerCase(Locale.ROOT);
    }
}
