package io.github.wxpaycodegen.generator.model;

import java.util.List;
import java.util.Optional;

/**
 * Response of an operation.
 *
 * @param shape the fields of the body
 * @param type the shared object that is the body, by its {@link SharedType#id()}; {@code shape} contains its fields too
 * @param errorFields the fields that a failed stream download returns instead
 * @param download the fields that link to a file
 * @param fragment the fragment of a redirect URL
 * @param file the content of the file that the response is or links to; empty for a file of another kind
 */
public record Response(
        ResponseKind kind,
        ObjectShape shape,
        Optional<String> type,
        List<Field> errorFields,
        Optional<Download> download,
        Optional<String> fragment,
        Optional<FileKind> file) {
    public Response {
        errorFields = List.copyOf(errorFields);
    }

    /** Returns true if a success has a body with fields. */
    public boolean hasBody() {
        return !kind.isStatusOnly() && !shape.fields().isEmpty();
    }
}
