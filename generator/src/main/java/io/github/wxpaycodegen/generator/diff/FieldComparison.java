package io.github.wxpaycodegen.generator.diff;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.model.ValueSource;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares fields on the wire. A shared type that both versions refer to is compared where it is declared, once; one
 * that only one version refers to is compared with what the other has in its place.
 */
final class FieldComparison {
    private static final int DEEPEST = 8;

    private final Map<String, SharedType> before = new HashMap<>();
    private final Map<String, SharedType> after = new HashMap<>();
    private final Set<String> sent = new HashSet<>();

    FieldComparison(Specs before, Specs after) {
        before.types().forEach(type -> this.before.put(type.id(), type));
        after.types().forEach(type -> this.after.put(type.id(), type));
        after.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .forEach(operation -> {
                    operation.request().type().ifPresent(sent::add);
                    mark(operation.request().given());
                });
        after.notifications().forEach(each -> each.reply().ifPresent(reply -> mark(reply.fields())));
    }

    /** Returns true if requests contain the shared type. */
    boolean isSent(String type) {
        return sent.contains(type);
    }

    private void mark(List<Field> fields) {
        for (Field field : fields) {
            if (field.type() instanceof FieldType.InlineObject inline) {
                mark(inline.shape().fields());
            } else if (field.type() instanceof FieldType.Reference reference
                    && sent.add(reference.typeId())
                    && Objects.requireNonNull(after.get(reference.typeId())).shape()
                            instanceof TypeShape.OfObject object) {
                mark(object.shape().fields());
            }
        }
    }

    /** Compares two messages, unless both are the same shared type. */
    void compareMessages(
            String path,
            Optional<String> oldType,
            ObjectShape old,
            Optional<String> nowType,
            ObjectShape now,
            boolean isSent,
            Notes notes) {
        if (oldType.isEmpty() || !oldType.equals(nowType)) {
            compareShapes(path, old, now, isSent, notes);
        } else if (isSent) {
            groups(path, old, now, notes);
        }
    }

    void compareShapes(String path, ObjectShape old, ObjectShape now, boolean isSent, Notes notes) {
        compareShapes(path, old, now, isSent, notes, 0);
    }

    private void compareShapes(String path, ObjectShape old, ObjectShape now, boolean isSent, Notes notes, int depth) {
        if (isSent) {
            groups(path, old, now, notes);
        }
        compare(path, old.fields(), now.fields(), isSent, notes, depth);
    }

    private static void groups(String path, ObjectShape old, ObjectShape now, Notes notes) {
        Set<String> others = described(now);
        for (String group : described(old)) {
            if (!others.remove(group)) {
                notes.add(Impact.ADDITIVE, "`" + path + "` does not need " + group + " anymore");
            }
        }
        others.forEach(group -> notes.add(Impact.WIRE, "`" + path + "` needs " + group + " now"));
    }

    private static Set<String> described(ObjectShape shape) {
        Set<String> groups = new TreeSet<>();
        for (FieldGroup group : shape.groups()) {
            groups.add(group.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                    + String.join(", ", new TreeSet<>(group.names())));
        }
        return groups;
    }

    void compare(String path, List<Field> old, List<Field> now, boolean isSent, Notes notes) {
        compare(path, old, now, isSent, notes, 0);
    }

    private void compare(String path, List<Field> old, List<Field> now, boolean isSent, Notes notes, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        Map<String, Field> others = new LinkedHashMap<>();
        now.forEach(field -> others.put(field.name(), field));
        for (Field field : old) {
            String at = path + "." + field.name();
            Field other = others.remove(field.name());
            if (other == null) {
                notes.add(Impact.WIRE, "the field `" + at + "` is gone");
            } else {
                compare(at, field, other, isSent, notes, depth);
            }
        }
        others.values().forEach(field -> added(path + "." + field.name(), field, isSent, notes));
    }

    private static void added(String at, Field field, boolean isSent, Notes notes) {
        boolean asked = isSent
                && field.required()
                && field.source().constant().isEmpty()
                && field.source().defaultValue().isEmpty()
                && field.source().fill().isEmpty();
        notes.add(
                asked || (isSent && isSupplied(field.source())) ? Impact.WIRE : Impact.ADDITIVE,
                "there is a new " + (asked ? "required " : "") + "field `" + at + "`");
    }

    /** A call sends a supplied value although its code has not changed. */
    private static boolean isSupplied(ValueSource source) {
        return source.constant().isPresent()
                || source.defaultValue().isPresent()
                || source.fill().isPresent()
                || source.digest().isPresent();
    }

    private void compare(String at, Field old, Field now, boolean isSent, Notes notes, int depth) {
        String which = " of `" + at + "`";
        String oldKind = kind(old.type(), before);
        String nowKind = kind(now.type(), after);
        notes.changed(Impact.WIRE, "the type" + which, oldKind, nowKind);
        if (old.list() != now.list() || old.indexed() != now.indexed()) {
            notes.add(Impact.WIRE, "`" + at + "` is a list in one version only");
        }
        notes.changed(
                Impact.WIRE,
                "the spelling" + which,
                old.wire().spelling(),
                now.wire().spelling());
        notes.changed(
                Impact.WIRE,
                "the encoding" + which,
                old.wire().encoded(),
                now.wire().encoded());
        notes.changed(
                Impact.WIRE,
                "the encryption" + which,
                old.wire().encrypted(),
                now.wire().encrypted());
        notes.changed(
                Impact.WIRE,
                "the signature" + which,
                old.wire().signed(),
                now.wire().signed());
        if (isMasked(old) && !isMasked(now)) {
            notes.add(Impact.WIRE, "logs show the value" + which + " now");
        } else {
            notes.changed(
                    Impact.DOCUMENTATION,
                    "the masking" + which,
                    old.wire().sensitive(),
                    now.wire().sensitive());
        }
        notes.changed(
                Impact.DOCUMENTATION,
                "the title" + which,
                old.docs().title(),
                now.docs().title());
        notes.changed(
                Impact.DOCUMENTATION,
                "the description" + which,
                old.docs().description(),
                now.docs().description());
        notes.changed(
                Impact.DOCUMENTATION,
                "the deprecation" + which,
                old.docs().deprecated(),
                now.docs().deprecated());
        meaning(which, old, now, notes);
        if (isSent) {
            sent(at, old, now, notes);
        } else {
            if (old.required() != now.required()) {
                notes.add(
                        Impact.DOCUMENTATION,
                        "`" + at + "` " + (now.required() ? "is always present now" : "may be absent now"));
            }
            notes.changed(Impact.DOCUMENTATION, "the limits" + which, old.limits(), now.limits());
        }
        if (oldKind.equals(nowKind) && !isSameReference(old, now)) {
            compareContents(at, old, now, isSent, notes, depth);
        }
    }

    private static boolean isMasked(Field field) {
        return field.wire().sensitive()
                || field.wire().encrypted().isPresent()
                || field.wire().signed().isPresent();
    }

    private static void meaning(String which, Field old, Field now, Notes notes) {
        notes.changed(
                Impact.DOCUMENTATION,
                "the example" + which,
                old.docs().meaning().example(),
                now.docs().meaning().example());
        described(
                "the format" + which,
                old.docs().meaning().format(),
                now.docs().meaning().format(),
                notes);
        described(
                "the unit" + which,
                old.docs().meaning().unit(),
                now.docs().meaning().unit(),
                notes);
    }

    /** A fact that becomes known is documentation; one that becomes another changes what a value means. */
    private static void described(String what, Optional<?> old, Optional<?> now, Notes notes) {
        Impact impact = old.isPresent() && now.isPresent() ? Impact.WIRE : Impact.DOCUMENTATION;
        notes.changed(impact, what, old, now);
    }

    private static void sent(String at, Field old, Field now, Notes notes) {
        String which = " of `" + at + "`";
        if (!old.required() && now.required()) {
            notes.add(Impact.WIRE, "`" + at + "` is required now");
        } else if (old.required() && !now.required()) {
            notes.add(Impact.ADDITIVE, "`" + at + "` is optional now");
        }
        notes.changed(
                Impact.WIRE,
                "the constant" + which,
                old.source().constant(),
                now.source().constant());
        notes.changed(
                Impact.WIRE,
                "the default" + which,
                old.source().defaultValue(),
                now.source().defaultValue());
        notes.changed(
                Impact.WIRE,
                "the setting that fills `" + at + "`",
                old.source().fill(),
                now.source().fill());
        notes.changed(
                Impact.WIRE,
                "the digest" + which,
                old.source().digest(),
                now.source().digest());
        notes.switched(
                "accepts emoji in `" + at + "`", old.wire().emoji(), now.wire().emoji());
        Optional<String> form = form(now);
        if (form.isPresent() && form(old).isEmpty()) {
            notes.add(Impact.WIRE, "`" + at + "` must be " + form.get() + " now");
        }
        limits(which, old.limits(), now.limits(), notes);
    }

    /** Returns the form that a request must have, if its format is checked. */
    private static Optional<String> form(Field field) {
        return field.docs()
                .meaning()
                .format()
                .filter(format -> format.pattern().isPresent())
                .map(Format::description);
    }

    private static void limits(String which, Limits old, Limits now, Notes notes) {
        limit("the maximum length" + which, decimal(old.maxLength()), decimal(now.maxLength()), true, notes);
        limit("the minimum length" + which, decimal(old.minLength()), decimal(now.minLength()), false, notes);
        limit("the maximum" + which, old.maximum(), now.maximum(), true, notes);
        limit("the minimum" + which, old.minimum(), now.minimum(), false, notes);
        limit("the maximum number" + which, decimal(old.maxItems()), decimal(now.maxItems()), true, notes);
        if (old.pattern().isPresent() && now.pattern().isEmpty()) {
            notes.add(Impact.ADDITIVE, "the pattern" + which + " is gone");
        } else {
            notes.changed(Impact.WIRE, "the pattern" + which, old.pattern(), now.pattern());
        }
        notes.changed(Impact.WIRE, "the limits of the file" + which, old.file(), now.file());
    }

    private static Optional<BigDecimal> decimal(OptionalInt limit) {
        return limit.isPresent() ? Optional.of(BigDecimal.valueOf(limit.getAsInt())) : Optional.empty();
    }

    /** A narrower limit rejects what was accepted. */
    private static void limit(
            String what, Optional<BigDecimal> old, Optional<BigDecimal> now, boolean isUpper, Notes notes) {
        boolean narrower = now.isPresent() && (old.isEmpty() || (now.get().compareTo(old.get()) < 0) == isUpper);
        notes.changed(narrower ? Impact.WIRE : Impact.ADDITIVE, what, old, now);
    }

    private static boolean isSameReference(Field old, Field now) {
        return old.type() instanceof FieldType.Reference && old.type().equals(now.type());
    }

    private void compareContents(String at, Field old, Field now, boolean isSent, Notes notes, int depth) {
        Optional<ObjectShape> oldObject = object(old.type(), before);
        Optional<ObjectShape> nowObject = object(now.type(), after);
        if (oldObject.isPresent() && nowObject.isPresent()) {
            compareShapes(at, oldObject.get(), nowObject.get(), isSent, notes, depth + 1);
        }
        Optional<EnumShape> oldEnum = enumeration(old.type(), before);
        Optional<EnumShape> nowEnum = enumeration(now.type(), after);
        if (oldEnum.isPresent() && nowEnum.isPresent()) {
            compareEnums(at, oldEnum.get(), nowEnum.get(), isSent, notes);
        }
    }

    void compareEnums(String at, EnumShape old, EnumShape now, boolean isSent, Notes notes) {
        if (old.integers() != now.integers()) {
            notes.add(Impact.WIRE, "the values of `" + at + "` are integers in one version only");
        }
        Map<String, EnumValue> others = new TreeMap<>();
        now.values().forEach(value -> others.put(value.value(), value));
        for (EnumValue value : old.values()) {
            EnumValue other = others.remove(value.value());
            String which = "the value `" + value.value() + "` of `" + at + "`";
            if (other == null) {
                notes.add(isSent ? Impact.WIRE : Impact.DOCUMENTATION, which + " is gone");
            } else {
                notes.changed(Impact.DOCUMENTATION, "the title of " + which, value.title(), other.title());
                notes.changed(
                        Impact.DOCUMENTATION, "the deprecation of " + which, value.deprecated(), other.deprecated());
            }
        }
        others.keySet().forEach(value -> notes.add(Impact.ADDITIVE, "`" + at + "` has a new value `" + value + "`"));
    }

    private static String kind(FieldType type, Map<String, SharedType> types) {
        if (type instanceof Scalar scalar) {
            return scalar.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        // The wire has no enums, so a text that becomes one remains a text.
        return enumeration(type, types)
                .map(shape -> shape.integers() ? "integer" : "string")
                .orElse("object");
    }

    private static Optional<ObjectShape> object(FieldType type, Map<String, SharedType> types) {
        if (type instanceof FieldType.InlineObject inline) {
            return Optional.of(inline.shape());
        }
        return shared(type, types)
                .flatMap(shape -> shape instanceof TypeShape.OfObject o ? Optional.of(o.shape()) : Optional.empty());
    }

    private static Optional<EnumShape> enumeration(FieldType type, Map<String, SharedType> types) {
        if (type instanceof FieldType.InlineEnum inline) {
            return Optional.of(inline.shape());
        }
        return shared(type, types)
                .flatMap(shape -> shape instanceof TypeShape.OfEnum e ? Optional.of(e.shape()) : Optional.empty());
    }

    private static Optional<TypeShape> shared(FieldType type, Map<String, SharedType> types) {
        return type instanceof FieldType.Reference reference
                ? Optional.of(
                        Objects.requireNonNull(types.get(reference.typeId())).shape())
                : Optional.empty();
    }
}
