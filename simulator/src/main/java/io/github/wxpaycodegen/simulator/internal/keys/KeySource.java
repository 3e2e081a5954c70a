package io.github.wxpaycodegen.simulator.internal.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The source of keys, serial numbers, secrets and dates of certificates: chance, or a seed, from which the same ones
 * follow at each start.
 *
 * <p>Each thing is derived from the seed and a label of its own, so the order in which they are generated has no effect.
 */
public final class KeySource {
    private static final Instant SEEDED_SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SEEDED_LIFETIME = Duration.ofDays(20 * 365);
    private static final Duration LIFETIME = Duration.ofDays(365);
    /** Certificates are valid from a time in the past, for clients whose clock is behind. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

    private static final int SECRET_BYTES = 16;

    private final @Nullable String seed;

    private KeySource(@Nullable String seed) {
        this.seed = seed;
    }

    /** Returns a source of random keys. */
    public static KeySource random() {
        return new KeySource(null);
    }

    /** Returns a source of the keys that follow from a seed. */
    public static KeySource seeded(String seed) {
        return new KeySource(seed);
    }

    /** Returns a secret of 32 characters. */
    public String secret(String label) {
        byte[] secret = new byte[SECRET_BYTES];
        random("secret/" + label).nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    boolean isSeeded() {
        return seed != null;
    }

    /**
     * Returns a name for what follows from the seed and a label, from which the seed cannot be found out.
     *
     * @throws IllegalStateException if the keys are random
     */
    String fingerprint(String label) {
        if (seed == null) {
            throw new IllegalStateException("random keys have no fingerprint");
        }
        return HexFormat.of().formatHex(SeededRandom.digest(seed, label));
    }

    /** Returns the randomness for one thing. */
    SecureRandom random(String label) {
        return seed == null ? new SecureRandom() : new SeededRandom(seed, label);
    }

    /** Returns the time from which a certificate is valid that is issued now. */
    Instant validFrom(Instant now) {
        return isSeeded() ? SEEDED_SINCE : now.minus(CLOCK_DIFFERENCE);
    }

    /** Returns the time until which a certificate is valid that is issued now. */
    Instant validUntil(Instant now) {
        return isSeeded() ? SEEDED_SINCE.plus(SEEDED_LIFETIME) : now.plus(LIFETIME);
    }

    /** The bytes that follow from a seed and a label: SHA-256 in counter mode. */
    private static final class SeededRandom extends SecureRandom {
        private static final long serialVersionUID = 1;

        SeededRandom(String seed, String label) {
            super(new Counter(digest(seed, label)), null);
        }

        static byte[] digest(String seed, String label) {
            return sha256((seed + '\0' + label).getBytes(StandardCharsets.UTF_8));
        }

        private static byte[] sha256(byte[] text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JVM has SHA-256", e);
            }
        }

        private static final class Counter extends SecureRandomSpi {
            private static final long serialVersionUID = 1;

            private final byte[] key;
            private byte[] block = new byte[0];
            private int used;
            private long counter;

            Counter(byte[] key) {
                this.key = key;
            }

            @Override
            protected void engineSetSeed(byte[] more) {
                // The seed is given; more of it would make the keys different.
            }

            @Override
            protected synchronized void engineNextBytes(byte[] bytes) {
                for (int i = 0; i < bytes.length; i++) {
                    if (used == block.length) {
                        block = sha256(ByteBuffer.allocate(key.length + Long.BYTES)
                                .put(key)
                                .putLong(counter++)
                                .array());
                        used = 0;
                    }
                    bytes[i] = block[used++];
                }
            }

            @Override
            protected byte[] engineGenerateSeed(int count) {
                byte[] bytes = new byte[count];
                engineNextBytes(bytes);
                return Arrays.copyOf(bytes, count);
            }
        }
    }
}
