package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The links to files that were told to clients, by the token that each has; they live for minutes. */
public final class FileLinks {
    private static final Duration LIFE = Duration.ofMinutes(5);
    /** What the gateway's own tokens begin with, so that one that has expired is not taken for one that a test made up. */
    private static final String OURS = "simulated-";

    private final Clock clock;
    private final Map<String, Offer> offers = new ConcurrentHashMap<>();

    private record Offer(FileContent content, Instant expires) {}

    public FileLinks(Clock clock) {
        this.clock = clock;
    }

    /** The token of a new link. */
    public String offer(FileContent content) {
        offers.values().removeIf(offer -> !clock.instant().isBefore(offer.expires()));
        String token = OURS + UUID.randomUUID();
        offers.put(token, new Offer(content, clock.instant().plus(LIFE)));
        return token;
    }

    /** What a token leads to, as long as it lives. */
    public Optional<FileContent> find(String token) {
        return Optional.ofNullable(offers.get(token))
                .filter(offer -> clock.instant().isBefore(offer.expires()))
                .map(Offer::content);
    }

    /** Whether it is one of those that were told, whatever has become of it. */
    public static boolean isOurs(String token) {
        return token.startsWith(OURS);
    }

    public void expire() {
        offers.clear();
    }
}
