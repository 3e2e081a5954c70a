package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A message class; a message that is sent has its builder nested in it.
 *
 * @param role whether it is validated as a whole when it is built
 * @param sent whether it is a request, or may be part of one; other messages are neither built nor validated
 * @param reportsResult whether it inherits the fields in which v2 messages report a result
 * @param protocol for a request, the protocol that defines its rules
 * @param fields the fields that it declares itself
 * @param nested the types that its fields declare in place
 */
public record JavaMessage(
        ClassName name,
        String origin,
        Heading heading,
        Role role,
        boolean sent,
        boolean reportsResult,
        Protocol protocol,
        List<JavaField> fields,
        List<FieldGroup> groups,
        List<JavaType> nested)
        implements JavaType {
    /** Role of a message in a call. */
    public enum Role {
        /** A request, or the reply to a notification: complete, and validated when it is built. */
        REQUEST,
        /** Any other message: a response, or a part of a request or a response. */
        PART
    }

    public JavaMessage {
        fields = List.copyOf(fields);
        groups = List.copyOf(groups);
        nested = List.copyOf(nested);
    }

    /** Returns whether it is validated when it is built. */
    public boolean isRequest() {
        return role == Role.REQUEST;
    }

    /** Returns the class of its builder. */
    public ClassName builder() {
        return name.nestedClass("Builder");
    }

    /** Returns the fields that have an initial value in a new builder. */
    public List<JavaField> preset() {
        return fields.stream().filter(field -> field.preset().isPresent()).toList();
    }

    /** Returns the file of an upload. */
    public Optional<JavaField> file() {
        return fields.stream()
                .filter(field -> field.kind() == JavaField.Kind.FILE)
                .findFirst();
    }

    /**
     * Returns the fields that are read, in the order of reading. Numbered groups come last, so that a field whose
     * declared name also matches a group is read under its own name. Files are not read.
     */
    public List<JavaField> readable() {
        return fields.stream()
                .filter(field -> field.kind() != JavaField.Kind.FILE)
                .sorted(Comparator.comparing(field -> field.spec().indexed()))
                .toList();
    }

    /** Returns the fields of a group, in the order of the message. */
    public List<JavaField> members(FieldGroup group) {
        return fields.stream()
                .filter(field -> group.names().contains(field.wireName()))
                .toList();
    }
}
