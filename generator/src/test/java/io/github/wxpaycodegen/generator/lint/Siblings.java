package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares operations that differ in the caller's role or place alone: of a merchant and of a service provider, of a
 * brand and of its partner, inside and outside of the mainland.
 */
final class Siblings {
    private static final int DEEPEST = 6;
    private static final Set<String> ROLES = Set.of("partner", "global", "acquiringbank", "acquiring-bank");
    /** Fields by which one role names itself or the other. */
    private static final String OF_ROLES = "(sp_|sub_)?(mchid|mch_id|appid|openid)|(sp|sub)_.*|brand_id|.*_mchid";

    private final Map<String, SharedType> types = new HashMap<>();
    private final Set<String> findings = new TreeSet<>();

    private Siblings(Specs specs) {
        specs.types().forEach(type -> types.put(type.id(), type));
    }

    /** Returns the differences, sorted, each as {@code kind ; place ; what differs ; sibling}. */
    static List<String> differences(Specs specs) {
        Siblings siblings = new Siblings(specs);
        Map<String, Map<String, Operation>> families = new TreeMap<>();
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().forEach(operation -> families.computeIfAbsent(
                            operation.method() + " " + family(endpoint.uri()), f -> new TreeMap<>())
                    .put(operation.method() + " /" + endpoint.uri(), operation));
        }
        families.values().forEach(siblings::family);
        return List.copyOf(siblings.findings);
    }

    /** The URI without what tells the role: {@code pay/transactions/jsapi} of two operations. */
    private static String family(String uri) {
        List<String> segments = new ArrayList<>(Arrays.asList(uri.split("/")));
        if (segments.get(0).equals("brand")) {
            segments.set(0, "v3");
        } else if (segments.size() > 2
                && segments.get(1).equals("brand")
                && segments.get(2).equals("partner")) {
            segments.remove(1);
        }
        return segments.stream().filter(segment -> !ROLES.contains(segment)).collect(Collectors.joining("/"));
    }

    private void family(Map<String, Operation> operations) {
        operations.forEach((name, operation) -> operations.forEach((other, sibling) -> {
            if (!name.equals(other)) {
                compare(name, other, operation, sibling);
            }
        }));
    }

    private void compare(String name, String other, Operation operation, Operation sibling) {
        Map<String, Field> own = fields(operation.response().shape().fields());
        Map<String, Field> theirs = fields(sibling.response().shape().fields());
        if (!own.isEmpty()) {
            theirs.forEach((path, field) -> {
                boolean topmost = !path.contains(".") || own.containsKey(path.substring(0, path.lastIndexOf('.')));
                if (topmost && !own.containsKey(path) && !field.name().matches(OF_ROLES)) {
                    find("field", name + " response." + path, "none", other);
                }
            });
        }
        details(name + " response.", other, own, theirs);
        details(
                name + " request.",
                other,
                fields(operation.request().given()),
                fields(sibling.request().given()));
    }

    private void details(String place, String other, Map<String, Field> own, Map<String, Field> theirs) {
        own.forEach((path, field) -> {
            Field sibling = theirs.get(path);
            if (sibling != null
                    && field.source().constant().isEmpty()
                    && sibling.source().constant().isEmpty()) {
                details(place + path, other, field, sibling);
            }
        });
    }

    private void details(String place, String other, Field field, Field sibling) {
        Optional<List<String>> values = values(field);
        Optional<List<String>> theirs = values(sibling);
        if (values.isEmpty() && theirs.isPresent() && field.type() instanceof Scalar) {
            find("enum", place, "no values", other);
        }
        if (values.isPresent() && theirs.isPresent()) {
            List<String> missing = theirs.get().stream()
                    .filter(value -> !values.get().contains(value))
                    .toList();
            if (!missing.isEmpty()) {
                find("value", place, "not " + String.join("|", missing), other);
            }
        }
        int length = field.limits().maxLength().orElse(Integer.MAX_VALUE);
        int longer = sibling.limits().maxLength().orElse(0);
        if (length < longer) {
            find("length", place, length + ", not " + longer, other);
        }
        String unit = unit(field);
        String theirUnit = unit(sibling);
        // A foreign order is in the smallest unit of its currency.
        boolean currency = List.of(Unit.FEN.key(), Unit.CENT.key()).containsAll(List.of(unit, theirUnit))
                && (place.contains("/global/") != other.contains("/global/"));
        if (!unit.equals(theirUnit) && !currency) {
            find("unit", place, unit + ", not " + theirUnit, other);
        }
    }

    private static String unit(Field field) {
        return field.docs().meaning().unit().map(Unit::key).orElse("none");
    }

    private void find(String kind, String place, String what, String sibling) {
        findings.add(kind + " ; " + place + " ; " + what + " ; " + sibling);
    }

    private Map<String, Field> fields(List<Field> fields) {
        Map<String, Field> all = new LinkedHashMap<>();
        collect("", fields, all, 0);
        return all;
    }

    private void collect(String at, List<Field> fields, Map<String, Field> all, int depth) {
        for (Field field : fields) {
            all.put(at + field.name(), field);
            if (depth < DEEPEST) {
                collect(at + field.name() + ".", children(field), all, depth + 1);
            }
        }
    }

    private List<Field> children(Field field) {
        if (field.type() instanceof FieldType.InlineObject inline) {
            return inline.shape().fields();
        }
        return shared(field)
                .filter(TypeShape.OfObject.class::isInstance)
                .map(shape -> ((TypeShape.OfObject) shape).shape().fields())
                .orElse(List.of());
    }

    private Optional<List<String>> values(Field field) {
        Optional<EnumShape> shape = field.type() instanceof FieldType.InlineEnum inline
                ? Optional.of(inline.shape())
                : shared(field).filter(TypeShape.OfEnum.class::isInstance).map(of -> ((TypeShape.OfEnum) of).shape());
        return shape.map(s -> s.values().stream().map(EnumValue::value).toList());
    }

    private Optional<TypeShape> shared(Field field) {
        return Stream.of(field.type())
                .filter(FieldType.Reference.class::isInstance)
                .map(type -> Objects.requireNonNull(types.get(((FieldType.Reference) type).typeId()))
                        .shape())
                .findFirst();
    }
}
