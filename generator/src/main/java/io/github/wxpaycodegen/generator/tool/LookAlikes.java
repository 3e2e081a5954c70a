package io.github.wxpaycodegen.generator.tool;

import io.github.wxpaycodegen.generator.lint.Shapes;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds different types within a product that have the same shape. Each could be a shared type, unless there is a
 * reason against it. Objects without fields and whole requests do not count. A request belongs to its operation: a field
 * that one operation gains must not be offered by another, which would reject it. Responses have no such risk, so they do
 * count.
 */
public final class LookAlikes {
    private static final Pattern PRODUCT = Pattern.compile("v2|v3/marketing/[^/]+|v3/[^/]+|brand|notifications");

    private final Map<String, Group> groups = new TreeMap<>();

    private LookAlikes() {}

    /**
     * Types of one shape.
     *
     * @param product {@code v3/pay}; all of v2 is one, and so are the operations of brands
     * @param kind messages or enums
     * @param looks the names of the fields, or the values
     * @param places where they are declared
     */
    public record Group(String product, Kind kind, String looks, List<String> places) {
        @Override
        public String toString() {
            return product + " ; " + looks + " ; " + String.join(", ", places);
        }
    }

    /** A kind of type. */
    public enum Kind {
        /** An object with fields. */
        MESSAGE,
        /** A list of values. */
        ENUM
    }

    /** Returns the look-alikes, sorted by product and shape. */
    public static List<Group> find(Specs specs) {
        LookAlikes lookAlikes = new LookAlikes();
        specs.types().forEach(lookAlikes::type);
        specs.endpoints().forEach(lookAlikes::endpoint);
        specs.notifications().forEach(lookAlikes::notification);
        return lookAlikes.groups.values().stream()
                .filter(group -> group.places().size() > 1)
                .toList();
    }

    /** Returns the number of types of a kind that look like another one. */
    public static int count(List<Group> groups, Kind kind) {
        return groups.stream()
                .filter(group -> group.kind() == kind)
                .mapToInt(group -> group.places().size())
                .sum();
    }

    /** Prints the look-alikes in a directory of specs, its only argument, and their number. */
    public static void main(String[] args) throws IOException {
        // A build leaves a copy of the specs below their directory, which would count twice.
        List<SpecFile> files = SpecFiles.ofDirectory(Path.of(args[0])).stream()
                .filter(file -> !file.path().startsWith("target/"))
                .toList();
        Specs specs =
                SpecReader.read(files).specs().orElseThrow(() -> new IllegalArgumentException("the specs have errors"));
        List<Group> groups = find(specs);
        groups.forEach(System.out::println);
        System.out.println(count(groups, Kind.MESSAGE) + " messages, " + count(groups, Kind.ENUM) + " enums");
    }

    private void type(SharedType type) {
        String product = product(type.folder());
        if (type.shape() instanceof TypeShape.OfEnum e) {
            enumeration(product, type.id(), e.shape());
        } else if (type.shape() instanceof TypeShape.OfObject o) {
            object(product, type.id(), o.shape());
        }
    }

    private void endpoint(Endpoint endpoint) {
        String product = product(endpoint.uri());
        for (Operation operation : endpoint.operations()) {
            String place = operation.method() + " " + endpoint.uri() + " ";
            fields(product, place + "path", operation.request().path());
            fields(product, place + "query", operation.request().query());
            fields(product, place + "headers", operation.request().headers());
            if (operation.request().type().isEmpty()) {
                fields(product, place + "request", operation.request().shape().fields());
            }
            if (operation.response().type().isEmpty()) {
                object(product, place + "response", operation.response().shape());
            }
        }
    }

    private void notification(NotificationSpec notification) {
        notification
                .reply()
                .ifPresent(reply -> fields(
                        "notifications", notification.protocol() + " " + notification.id() + " reply", reply.fields()));
        if (notification.bodyType().isEmpty()) {
            object("notifications", notification.protocol() + " " + notification.id(), notification.body());
        }
    }

    private void object(String product, String place, ObjectShape shape) {
        if (!shape.fields().isEmpty()) {
            add(product, Kind.MESSAGE, Shapes.of(shape), Shapes.names(shape), place);
        }
        fields(product, place, shape.fields());
    }

    private void fields(String product, String place, List<Field> fields) {
        for (Field field : fields) {
            String at = place + "." + field.name();
            if (field.type() instanceof FieldType.InlineObject inline) {
                object(product, at, inline.shape());
            } else if (field.type() instanceof FieldType.InlineEnum inline) {
                enumeration(product, at, inline.shape());
            }
        }
    }

    private void enumeration(String product, String place, EnumShape shape) {
        add(product, Kind.ENUM, Shapes.of(shape), Shapes.of(shape), place);
    }

    private void add(String product, Kind kind, String shape, String looks, String place) {
        groups.computeIfAbsent(product + " " + shape, key -> new Group(product, kind, looks, new ArrayList<>()))
                .places()
                .add(place);
    }

    private static String product(String path) {
        Matcher matcher = PRODUCT.matcher(path);
        return matcher.lookingAt() ? matcher.group() : path;
    }
}
