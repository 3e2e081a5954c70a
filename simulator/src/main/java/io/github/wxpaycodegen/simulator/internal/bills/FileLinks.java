package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The links to files that were issued to clients, by token; they expire after some minutes. */
public final class FileLinks {
    private static final Duration LIFE = Duration.ofMinutes(5);
    /** Prefix of issued tokens: distinguishes an expired token from one that a test made up. */
    private static final String OURS = "simulated-";

    private final Clock clock;
    private final Map<String, Offer> offers = new ConcurrentHashMap<>();

    private record Offer(FileContent content, Instant expires) {}

    /** Creates an empty set of links that expire by a clock. */
    public FileLinks(Clock clock) {
        this.clock = clock;
    }

    /** Issues a link and returns its token. */
    public String offer(FileContent content) {
        offers.values().removeIf(offer -> !clock.instant().isBefore(offer.expires()));
        String token = OURS + UUID.randomUUID();
        offers.put(token, new Offer(content, clock.instant().plus(LIFE)));
        return token;
    }

    /** Returns the file of a token; empty if the token has expired. */
    public Optional<FileContent> find(String token) {
        return Optional.ofNullable(offers.get(token))
                .filter(offer -> clock.instant().isBefore(offer.expires()))
                .map(Offer::content);
    }

    /** Returns true if a token was issued here, even if it has expired. */
    public static boolean isOurs(String token) {
        return token.startsWith(OURS);
    }

    /** Lets all links expire. */
    public void expire() {
        offers.clear();
    }
}
