package io.github.wxpaycodegen.generator.diff;

import io.github.wxpaycodegen.generator.diff.ApiSurface.ApiType;
import io.github.wxpaycodegen.generator.plan.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares two APIs by the rules of the Java language, and by the chapter on binary compatibility of its specification.
 * A test compares the verdicts with those of japicmp.
 */
final class ApiComparison {
    private final List<Change> changes = new ArrayList<>();

    private ApiComparison() {}

    static List<Change> compare(ApiSurface before, ApiSurface after) {
        ApiComparison comparison = new ApiComparison();
        before.types().forEach((name, old) -> {
            ApiType now = after.types().get(name);
            if (now == null) {
                comparison.breaks(old.subject(), "the " + kind(old) + " `" + old.name() + "` is gone");
            } else {
                comparison.type(old, now);
            }
        });
        after.types().forEach((name, now) -> {
            if (!before.types().containsKey(name)) {
                comparison.add(now.subject(), Impact.ADDITIVE, "there is a new " + kind(now) + " `" + now.name() + "`");
            }
        });
        return comparison.changes;
    }

    private void type(ApiType old, ApiType now) {
        if (!old.kind().equals(now.kind())) {
            breaks(
                    now.subject(),
                    "`" + now.name() + "` is now " + article(kind(now)) + ", and was " + article(kind(old)));
            return;
        }
        supertypes(old, now);
        old.members().forEach((key, member) -> {
            Optional<ApiMember> same = now.member(key);
            if (same.isEmpty()) {
                breaks(now.subject(), "`" + now.name() + "` has no " + member.what() + " anymore");
            } else {
                member(now, member, same.get());
            }
        });
        now.members().forEach((key, member) -> {
            if (old.member(key).isEmpty()) {
                add(
                        now.subject(),
                        member.isAbstract() ? Impact.SOURCE : Impact.ADDITIVE,
                        "`" + now.name() + "` has a new " + member.what());
            }
        });
    }

    private void supertypes(ApiType old, ApiType now) {
        // A response that gets a return_code extends a subclass of its former superclass.
        if (!old.superclass().equals(now.superclass()) && !RuntimeTypes.isSubtype(now.superclass(), old.superclass())) {
            breaks(
                    now.subject(),
                    "`" + now.name() + "` extends `" + simple(now.superclass()) + "` instead of `"
                            + simple(old.superclass()) + "`");
        }
        Map<String, String> others = new TreeMap<>(now.supertypes());
        old.supertypes().forEach((raw, type) -> {
            String other = others.remove(raw);
            if (other == null
                    && !raw.equals(ApiType.SUPERCLASS)
                    && others.keySet().stream().noneMatch(another -> RuntimeTypes.isSubtype(another, raw))) {
                breaks(now.subject(), "`" + now.name() + "` does not extend `" + simple(raw) + "` anymore");
            } else if (other != null && !other.equals(type) && !raw.equals(ApiType.SUPERCLASS)) {
                add(
                        now.subject(),
                        Impact.SOURCE,
                        "`" + now.name() + "` extends `" + simple(raw) + "` with other type arguments");
            }
        });
        others.remove(ApiType.SUPERCLASS);
        others.keySet()
                .forEach(raw ->
                        add(now.subject(), Impact.ADDITIVE, "`" + now.name() + "` also extends `" + simple(raw) + "`"));
    }

    private void member(ApiType type, ApiMember old, ApiMember now) {
        String which = "the " + now.what() + " of `" + type.name() + "` ";
        if (!old.erased().equals(now.erased()) || old.isStatic() != now.isStatic()) {
            breaks(type.subject(), which + "is `" + simple(now.type()) + "` instead of `" + simple(old.type()) + "`");
        } else if (!old.type().equals(now.type())) {
            add(
                    type.subject(),
                    Impact.SOURCE,
                    which + "is `" + simple(now.type()) + "` instead of `" + simple(old.type()) + "`");
        } else if (!old.parameters().equals(now.parameters())) {
            add(
                    type.subject(),
                    Impact.SOURCE,
                    which + "takes `" + simple(now.parameters()) + "` instead of `" + simple(old.parameters()) + "`");
        }
    }

    private void breaks(String subject, String text) {
        add(subject, Impact.SOURCE, text);
        add(subject, Impact.BINARY, text);
    }

    private void add(String subject, Impact impact, String text) {
        changes.add(new Change(subject, impact, text));
    }

    private static String kind(ApiType type) {
        return type.kind().toLowerCase(Locale.ROOT);
    }

    private static String article(String kind) {
        return (kind.startsWith("c") ? "a " : "an ") + kind;
    }

    /** Returns a type without the packages of its names. */
    private static String simple(String type) {
        return type.replaceAll("\\b[a-z][a-z0-9_]*\\.", "");
    }
}
