package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.inventory.Evidence.Place;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the specs with what all sources say together. */
final class Inventory {
    private static final Set<String> ROOTS = Set.of(
            "request.path",
            "request.query",
            "request.header",
            "request.body",
            "response",
            "error",
            "resource",
            "reply");

    private final Evidence evidence;
    private final Specs specs;
    private final List<Difference> differences = new ArrayList<>();

    private Inventory(Evidence evidence, Specs specs) {
        this.evidence = evidence;
        this.specs = specs;
    }

    static List<Difference> differences(Evidence evidence, Specs specs) {
        Inventory inventory = new Inventory(evidence, specs);
        inventory.messages();
        inventory.fields();
        return inventory.differences;
    }

    private void messages() {
        Map<String, Map<String, String>> heads = Heads.of(specs);
        for (String name : evidence.messages()) {
            Map<String, String> specified = heads.remove(name);
            if (specified == null) {
                differences.add(new Difference(name, "presence", "yes", "none"));
            } else {
                head(name, evidence.message(name).headers(), specified);
            }
        }
        heads.keySet().forEach(name -> differences.add(new Difference(name, "presence", "none", "yes")));
    }

    private void head(String name, Map<String, String> documented, Map<String, String> specified) {
        Set<String> keys = new TreeSet<>(documented.keySet());
        keys.addAll(specified.keySet());
        for (String key : keys) {
            String was = documented.getOrDefault(key, "none");
            String is = specified.getOrDefault(key, "none");
            if (!was.equals(is)) {
                differences.add(new Difference(name, key, was, is));
            }
        }
    }

    private void fields() {
        Collection<Declaration> declarations = Declarations.of(specs);
        declarations.forEach(declaration -> differences.addAll(Verdict.differences(declaration, evidence)));
        Set<Place> places = declarations.stream()
                .flatMap(declaration -> declaration.places().stream())
                .collect(Collectors.toSet());
        for (String name : evidence.messages()) {
            evidence.message(name)
                    .fields()
                    .forEach((path, claims) -> undeclared(new Place(name, path), claims, places));
        }
    }

    /** Reports a field that sources have and no spec declares; of a tree of such fields its root alone. */
    private void undeclared(Place place, List<Claim> claims, Set<Place> places) {
        boolean topmost = ROOTS.contains(place.parent()) || places.contains(new Place(place.message(), place.parent()));
        if (topmost && !places.contains(place) && !place.isEnvelope() && Verdict.showExistence(claims)) {
            String sources = claims.stream()
                    .flatMap(claim -> claim.sources().stream())
                    .filter(source -> !Verdict.HINTS.contains(source) && !source.equals("page"))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .collect(Collectors.joining("+"));
            differences.add(
                    new Difference(place.message() + " " + place.path(), "presence", "yes (" + sources + ")", "none"));
        }
    }
}
