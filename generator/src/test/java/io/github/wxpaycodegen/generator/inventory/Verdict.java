package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.inventory.Evidence.Place;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The claims of all sources about one declared field, at all its places, compared with its spec.
 *
 * <p>Pages decide. Types go by weight. A field is required only if it is so at every place: by the word of wechatpay-go
 * alone where that says something, else by the word of all who say something, and never where an official source lacks
 * the field or a printed request goes without it. An enum has the values of all. A field is encrypted or an RFC 3339 time
 * if one source that marks such things says so. The largest of all maximum lengths counts; every other limit needs an
 * official page, and a unit that a source gives is the spec's. A field of a response may be optional whatever they say.
 */
final class Verdict {
    /** Their word alone does not show that a field exists. */
    static final Set<String> HINTS = Set.of("ts", "openapi", "sample");

    private static final List<String> MARK_ENCRYPTION = List.of("page", "java", "go", "skills", "skit");

    private final Declaration declaration;
    private final Field field;
    private final Evidence evidence;
    private final List<Place> places;
    private final Map<Place, List<Claim>> known = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private Verdict(Declaration declaration, Evidence evidence) {
        this.declaration = declaration;
        this.field = declaration.field();
        this.evidence = evidence;
        this.places = declaration.places().stream()
                .filter(place -> !place.isEnvelope())
                .toList();
        for (Place place : places) {
            List<Claim> claims = evidence.claims(place);
            if (showExistence(claims)) {
                known.put(place, claims);
            }
        }
    }

    static boolean showExistence(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> !claim.absent())
                .flatMap(claim -> claim.sources().stream())
                .anyMatch(source -> !HINTS.contains(source));
    }

    static List<Difference> differences(Declaration declaration, Evidence evidence) {
        Verdict verdict = new Verdict(declaration, evidence);
        verdict.judge();
        return verdict.differences;
    }

    private void judge() {
        if (known.isEmpty()) {
            if (places.stream().anyMatch(place -> evidence.has(place.message()))) {
                differ("presence", "none", "yes");
            }
            return;
        }
        if (claims().stream().anyMatch(Claim::absent)) {
            differ("presence", "none", "yes");
        }
        type();
        list();
        required();
        values();
        encrypted();
        dateTime();
        maxLength();
        limits();
        unit();
        same("encoded", Claim::encoded, field.wire().encoded().map(Enum::name).map(String::toLowerCase));
        same("signed", Claim::signed, field.wire().signed());
    }

    private List<Claim> claims() {
        return known.values().stream().flatMap(List::stream).toList();
    }

    private void differ(String aspect, String documented, String specified) {
        differences.add(new Difference(declaration.id(), aspect, documented, specified));
    }

    private void type() {
        Map<String, Integer> weights = votes(claim -> claim.type().map(type -> type.replaceAll(".*number", "integer")));
        String specified = declaration.type();
        Optional<String> heaviest = heaviest(weights);
        if (heaviest.isEmpty()
                || field.wire().encoded().isPresent()
                || weights.getOrDefault(specified, 0).equals(weights.get(heaviest.get()))) {
            return;
        }
        // All is text in XML, so sources differ without meaning it.
        boolean structure = heaviest.get().equals("object") || specified.equals("object");
        if (!places.get(0).isV2() || structure) {
            differ("type", heaviest.get(), specified);
        }
    }

    private void list() {
        if (places.get(0).isV2() || field.wire().encoded().isPresent()) {
            return;
        }
        Map<String, Integer> weights = votes(claim -> claim.type().map(type -> Boolean.toString(claim.list())));
        int yes = weights.getOrDefault("true", 0);
        int no = weights.getOrDefault("false", 0);
        if (yes != no && yes > no != field.list()) {
            differ("list", Boolean.toString(yes > no), Boolean.toString(field.list()));
        }
    }

    private Optional<String> heaviest(Map<String, Integer> weights) {
        return weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private Map<String, Integer> votes(Function<Claim, Optional<String>> value) {
        Map<String, Integer> weights = new HashMap<>();
        for (List<Claim> claims : known.values()) {
            Map<String, Set<String>> voters = new HashMap<>();
            for (Claim claim : claims) {
                value.apply(claim).ifPresent(v -> voters.computeIfAbsent(v, k -> new HashSet<>())
                        .addAll(claim.sources()));
            }
            voters.forEach((v, sources) -> weights.merge(v, Evidence.weight(sources), Integer::sum));
        }
        return weights;
    }

    private void required() {
        boolean filled = field.source()
                .fill()
                .filter(fill -> fill == FillKey.MCHID || fill == FillKey.APPID)
                .isPresent();
        if (field.source().constant().isPresent() || filled) {
            return;
        }
        List<Need> needs = known.keySet().stream()
                .map(place -> Need.of(place, evidence))
                .flatMap(Optional::stream)
                .toList();
        if (needs.isEmpty()) {
            return;
        }
        boolean required = needs.stream().allMatch(Need::required);
        String by = needs.stream()
                .filter(need -> need.required() == required)
                .map(Need::by)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("+"));
        if (field.required() && !required) {
            differ("required", "no (" + by + ")", "yes");
        } else if (required
                && !field.required()
                && mayBeMissed()
                && needs.stream().anyMatch(Need::isStrong)) {
            differ("required", "yes (" + by + ")", "no");
        }
    }

    /** Whether an optional field needs a reason: not in a response, nor where a group says what is needed. */
    private boolean mayBeMissed() {
        return !declaration.grouped() && places.stream().anyMatch(Place::isRequest);
    }

    private void values() {
        Set<String> documented = new LinkedHashSet<>();
        claims().forEach(claim -> documented.addAll(claim.values()));
        Optional<List<String>> specified = declaration.values();
        if (specified.isPresent()) {
            documented.removeAll(specified.get());
            if (!documented.isEmpty() && field.source().constant().isEmpty()) {
                differ("enum", String.join("|", documented), "none");
            }
        } else if (documented.size() > 1
                && field.source().constant().isEmpty()
                && field.wire().encrypted().isEmpty()
                && List.of("string", "integer").contains(declaration.type())) {
            differ("enum", String.join("|", documented), "none");
        }
    }

    private void encrypted() {
        List<Claim> claims = claims();
        boolean denied = claims.stream()
                .anyMatch(c -> c.encrypted().filter("none"::equals).isPresent());
        boolean marked = claims.stream()
                .anyMatch(c -> c.isBy(MARK_ENCRYPTION)
                        && c.encrypted().filter(e -> !e.equals("none")).isPresent());
        if (marked && !denied && field.wire().encrypted().isEmpty()) {
            differ("encrypted", "yes", "no");
        }
        boolean said = claims.stream()
                .anyMatch(c -> c.encrypted().filter(e -> !e.equals("none")).isPresent());
        if (field.wire().encrypted().isPresent() && (!said || denied)) {
            differ("encrypted", "no", "yes");
        }
    }

    private void dateTime() {
        boolean documented = claims().stream().anyMatch(Claim::dateTime);
        boolean denied = claims().stream()
                .anyMatch(claim -> claim.isBy(List.of("page")) && claim.type().isPresent() && !claim.dateTime());
        if (documented
                && !denied
                && field.type() == Scalar.STRING
                && field.wire().encrypted().isEmpty()) {
            differ("date-time", "yes", "no");
        }
    }

    /**
     * Compares the maximum length of a text or of each text of a list. Sources count the characters on the wire, of a
     * ciphertext or of an encoded document, specs those of the plain text: where the two differ, the limit may be missing,
     * and a smaller one needs a reason.
     */
    private void maxLength() {
        if (field.type() != Scalar.STRING || field.source().constant().isPresent()) {
            return;
        }
        boolean other =
                field.wire().encrypted().isPresent() || field.wire().encoded().isPresent();
        OptionalInt page = longest(
                claims().stream().filter(claim -> claim.isBy(List.of("page"))).toList());
        OptionalInt documented = page.isPresent() ? page : longest(claims());
        OptionalInt specified = field.limits().maxLength();
        if (documented.isEmpty() && specified.isPresent()) {
            differ("maxLength", "none", Integer.toString(specified.getAsInt()));
        } else if (documented.isPresent() && specified.isEmpty() && !other) {
            differ("maxLength", Integer.toString(documented.getAsInt()), "none");
        } else if (documented.isPresent() && specified.isPresent() && specified.getAsInt() < documented.getAsInt()) {
            differ("maxLength", Integer.toString(documented.getAsInt()), Integer.toString(specified.getAsInt()));
        }
    }

    /**
     * Compares the limits besides the maximum length. An official page must state each, because a caller cannot work around
     * one that is wrong; of several places the most generous counts.
     */
    private void limits() {
        for (String key : Claim.LIMITS) {
            Set<String> documented = claims().stream()
                    .flatMap(claim -> Optional.ofNullable(claim.limits().get(key)).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            Optional<String> specified =
                    Optional.ofNullable(declaration.limits().get(key));
            if (specified.isPresent() ? !mostGenerous(key, documented).equals(specified) : !documented.isEmpty()) {
                differ(key, mostGenerous(key, documented).orElse("none"), specified.orElse("none"));
            }
        }
    }

    private static Optional<String> mostGenerous(String key, Set<String> values) {
        return switch (key) {
            case "minimum", "minLength" -> values.stream().min(Comparator.comparing(BigDecimal::new));
            case "maximum", "maxItems" -> values.stream().max(Comparator.comparing(BigDecimal::new));
            default -> values.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", values));
        };
    }

    /** Compares the unit, which sources do not deny: a spec may have one that none of them gives. */
    private void unit() {
        Set<String> documented = claims().stream()
                .flatMap(claim -> claim.unit().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String specified = field.docs().meaning().unit().map(Unit::key).orElse("none");
        if (!documented.isEmpty() && !documented.contains(specified)) {
            differ("unit", String.join(" or ", documented), specified);
        }
    }

    private static OptionalInt longest(List<Claim> claims) {
        return claims.stream()
                .map(Claim::maxLength)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .max();
    }

    private void same(String aspect, Function<Claim, Optional<String>> said, Optional<String> specified) {
        Optional<String> documented =
                claims().stream().map(said).flatMap(Optional::stream).findFirst();
        if (!documented.equals(specified)) {
            differ(aspect, documented.orElse("none"), specified.orElse("none"));
        }
    }
}
