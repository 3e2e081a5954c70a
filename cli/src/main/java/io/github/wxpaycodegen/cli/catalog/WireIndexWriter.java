package io.github.wxpaycodegen.cli.catalog;

import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Response;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes the {@link WireIndex} when the program is built: what a request by hand must know about each operation, and
 * the names of its fields.
 */
public final class WireIndexWriter {
    private final Specs specs;
    private final Map<String, SharedType> types;

    private WireIndexWriter(Specs specs) {
        this.specs = specs;
        this.types = specs.types().stream().collect(Collectors.toMap(SharedType::id, Function.identity()));
    }

    /**
     * Writes the index of the specs of a directory, the first argument, to a file, the second.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        List<SpecFile> files = SpecFiles.ofDirectory(Path.of(args[0])).stream()
                .filter(file -> file.path().matches("(v2|v3|brand|notifications)/.*|[^/]*"))
                .toList();
        Specs specs = SpecReader.read(files).specs().orElseThrow();
        Path target = Path.of(args[1]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, String.join("", new WireIndexWriter(specs).lines()));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                lines.add(line(endpoint, operation).format());
            }
        }
        return lines;
    }

    private WireIndex.Line line(Endpoint endpoint, Operation operation) {
        Response response = operation.response();
        return new WireIndex.Line(
                operation.method().name(),
                "/" + endpoint.uri(),
                hosts(operation, false),
                hosts(operation, true),
                traits(operation),
                response.kind() == ResponseKind.XML ? nested(response) : List.of(),
                paths(
                        field -> true,
                        operation.request().path(),
                        operation.request().given()),
                paths(field -> true, response.shape().fields()),
                paths(
                        field -> field.wire().encrypted().isPresent(),
                        operation.request().path(),
                        operation.request().given()));
    }

    private static List<String> hosts(Operation operation, boolean alternative) {
        return operation.hosts().stream()
                .filter(host -> host.alternative() == alternative)
                .map(Host::url)
                .toList();
    }

    private static List<String> traits(Operation operation) {
        Map<WireTrait, Boolean> traits = new LinkedHashMap<>();
        traits.put(WireTrait.READ_ONLY, operation.effects().readOnly());
        traits.put(WireTrait.IDEMPOTENT, operation.effects().idempotent());
        traits.put(WireTrait.WITHOUT_NONCE, operation.security().nonceless());
        traits.put(WireTrait.UNSIGNED_REQUEST, operation.security().requestUnsigned());
        traits.put(WireTrait.UNSIGNED_RESPONSE, operation.security().responseUnsigned());
        traits.put(WireTrait.WORKWX, !operation.security().workwxSigned().isEmpty());
        traits.put(WireTrait.UPLOAD, operation.request().body() == BodyKind.MULTIPART);
        traits.put(WireTrait.JSON_BODY, operation.request().body() == BodyKind.JSON);
        traits.put(WireTrait.ACCEPTED, operation.response().kind() == ResponseKind.ACCEPTED);
        traits.put(WireTrait.JSON_RESPONSE, operation.response().kind() == ResponseKind.JSON);
        traits.put(WireTrait.STREAM, operation.isStream());
        traits.put(WireTrait.REDIRECT, operation.isRedirect());
        traits.values().removeIf(has -> !has);
        return traits.keySet().stream().map(WireTrait::name).toList();
    }

    /** Returns the elements of a v2 response that contain elements, which no signature covers. */
    private List<String> nested(Response response) {
        return response.shape().fields().stream()
                .filter(field -> field.hasElements(objectOf(field).isPresent()))
                .map(Field::name)
                .toList();
    }

    @SafeVarargs
    private List<String> paths(Predicate<Field> chosen, List<Field>... groups) {
        List<String> paths = new ArrayList<>();
        for (List<Field> fields : groups) {
            add(paths, chosen, "", fields, new ArrayDeque<>());
        }
        return paths;
    }

    private void add(
            List<String> paths, Predicate<Field> chosen, String prefix, List<Field> fields, Deque<ObjectShape> above) {
        for (Field field : fields) {
            // The name of an indexed group is not on the wire.
            String path = field.indexed() ? prefix : prefix + field.name();
            Optional<ObjectShape> object = objectOf(field);
            if (chosen.test(field) && (!field.indexed() || object.isEmpty())) {
                paths.add(field.indexed() ? prefix + field.name() : path);
            }
            // A type may contain itself.
            if (object.isPresent() && !above.contains(object.get())) {
                above.push(object.get());
                add(
                        paths,
                        chosen,
                        field.indexed() ? prefix : path + ".",
                        object.get().fields(),
                        above);
                above.pop();
            }
        }
    }

    private Optional<ObjectShape> objectOf(Field field) {
        if (field.type() instanceof FieldType.InlineObject inline) {
            return Optional.of(inline.shape());
        }
        if (field.type() instanceof FieldType.Reference reference) {
            return Optional.ofNullable(types.get(reference.typeId()))
                    .map(SharedType::shape)
                    .filter(SharedType.TypeShape.OfObject.class::isInstance)
                    .map(shape -> ((SharedType.TypeShape.OfObject) shape).shape());
        }
        return Optional.empty();
    }
}
