package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.inventory.Evidence.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The evidence on whether a field is required at one place.
 *
 * @param by who decided: {@code go}, {@code im+skit}, {@code not in java}
 */
record Need(boolean required, String by) {
    /** Judges by the rules of {@link Verdict}; empty where nobody says anything. */
    static Optional<Need> of(Place place, Evidence evidence) {
        List<Claim> claims = evidence.claims(place);
        Optional<Need> page = by("page", claims);
        if (page.isPresent()) {
            return page;
        }
        if (place.path().startsWith("request.path.")) {
            return Optional.of(new Need(true, "path"));
        }
        List<String> without = evidence.officialWithout(place);
        if (!without.isEmpty()) {
            return Optional.of(new Need(false, "not in " + String.join("+", without)));
        }
        return by("go", claims).or(() -> byAll(claims)).map(need -> bySamples(need, claims));
    }

    private static Optional<Need> by(String source, List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.isBy(List.of(source)))
                .flatMap(claim -> claim.required().stream())
                .findFirst()
                .map(required -> new Need(required, source));
    }

    private static Optional<Need> byAll(List<Claim> claims) {
        List<String> optional = said(false, claims);
        if (!optional.isEmpty()) {
            return Optional.of(new Need(false, String.join("+", optional)));
        }
        List<String> required = said(true, claims);
        return required.isEmpty() ? Optional.empty() : Optional.of(new Need(true, String.join("+", required)));
    }

    private static List<String> said(boolean required, List<Claim> claims) {
        List<String> sources = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.required().filter(r -> r == required).isPresent()) {
                claim.sources().stream()
                        // wechatpay.js.org marks nearly all as required: only its "optional" means something.
                        .filter(source -> !source.equals("sample") && !(required && source.equals("ts")))
                        .forEach(sources::add);
            }
        }
        Collections.sort(sources);
        return sources;
    }

    private static Need bySamples(Need need, List<Claim> claims) {
        return need.required() && by("sample", claims).isPresent() ? new Need(false, "sample") : need;
    }

    /** Whether one source with authority, or more than one source, decided. */
    boolean isStrong() {
        return by.equals("go") || by.equals("page") || by.contains("+");
    }
}
