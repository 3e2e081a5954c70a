package io.github.wxpaycodegen.simulator.internal.keys;

import java.security.KeyPair;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the platform: certificates, of which the newest signs, and a public key. They are generated on first use,
 * because that takes long and v2 needs none.
 */
public final class PlatformKeys {
    private final CertificateAuthority authority;
    private final Clock clock;
    private final Suite suite;
    private final SerialSpelling serials;
    private final boolean withCertificates;
    private final String account;
    private final String publicKeyId;
    private final List<PlatformKey> certificates = new ArrayList<>();
    private @Nullable PlatformKey publicKey;
    private @Nullable KeyPair v2Keys;
    private KeyChoice choice = KeyChoice.AS_ASKED;
    private boolean certificateNext = true;

    /**
     * Creates the keys of the platform for an account.
     *
     * @param serials the spelling in which serial numbers of certificates are accepted
     */
    public PlatformKeys(
            CertificateAuthority authority,
            Clock clock,
            String account,
            Suite suite,
            SerialSpelling serials,
            boolean withCertificates) {
        this.authority = authority;
        this.clock = clock;
        this.suite = suite;
        this.serials = serials;
        this.withCertificates = withCertificates;
        this.account = account;
        this.publicKeyId = String.format(Locale.ROOT, "PUB_KEY_ID_01%10s2026010100%012d", account, 1)
                .replace(' ', '0');
    }

    /** Returns the suite of all keys. */
    public Suite suite() {
        return suite;
    }

    /** Returns the spelling in which serial numbers of certificates are accepted. */
    public SerialSpelling serials() {
        return serials;
    }

    /**
     * Sets the key that signs.
     *
     * @throws IllegalStateException if it is a certificate and there are none
     */
    public synchronized void signWith(KeyChoice choice) {
        if (!withCertificates && choice != KeyChoice.AS_ASKED && choice != KeyChoice.PUBLIC_KEY) {
            throw new IllegalStateException("this merchant has no platform certificate");
        }
        this.choice = choice;
    }

    /** Returns the valid certificates, oldest first; none if the merchant uses only the public key. */
    public synchronized List<PlatformKey> certificates() {
        if (withCertificates && certificates.isEmpty()) {
            rotate();
        }
        return List.copyOf(certificates);
    }

    /**
     * Returns the certificate that signs.
     *
     * @throws IllegalStateException if there are none
     */
    public synchronized PlatformKey certificate() {
        List<PlatformKey> all = certificates();
        if (all.isEmpty()) {
            throw new IllegalStateException("this merchant has no platform certificate");
        }
        return all.get(all.size() - 1);
    }

    /** Returns the public key. */
    public synchronized PlatformKey publicKey() {
        if (publicKey == null) {
            KeyPair keys = authority.newKeys(suite, "public-key/" + suite + "/" + account);
            publicKey = new PlatformKey(publicKeyId, keys.getPrivate(), keys.getPublic(), Optional.empty());
        }
        return publicKey;
    }

    /** Returns the key pair for the encrypted fields of v2 requests, which is RSA in every suite. */
    public synchronized KeyPair v2Keys() {
        if (v2Keys == null) {
            v2Keys = authority.newKeys(Suite.RSA, "v2-encryption/" + account);
        }
        return v2Keys;
    }

    /** Issues a new certificate, which signs from now on; old ones remain valid. */
    public synchronized void rotate() {
        if (!withCertificates) {
            throw new IllegalStateException("this merchant has no platform certificate");
        }
        IssuedCertificate issued = authority.issuePlatform(
                suite, clock.instant(), "platform/" + suite + "/" + account + "/" + certificates.size());
        certificates.add(new PlatformKey(
                Serials.of(issued.certificate()),
                issued.key(),
                issued.certificate().getPublicKey(),
                Optional.of(issued.certificate())));
    }

    /** Returns the key with a serial number or id; empty if there is none. */
    public synchronized Optional<PlatformKey> find(String serial) {
        return serial.equals(publicKeyId)
                ? Optional.of(publicKey())
                : certificates().stream()
                        .filter(key -> serials.match(key.serial(), serial))
                        .findFirst();
    }

    /** Returns the key that signs the response to a request that names this serial number; empty if it names none. */
    public synchronized PlatformKey forResponse(Optional<String> asked) {
        return switch (choice) {
            case CERTIFICATE -> certificate();
            case PUBLIC_KEY -> publicKey();
            case ALTERNATING -> alternating();
            case AS_ASKED -> asked.flatMap(this::find).orElseGet(this::usual);
        };
    }

    private PlatformKey usual() {
        return withCertificates ? certificate() : publicKey();
    }

    private PlatformKey alternating() {
        PlatformKey key = certificateNext ? certificate() : publicKey();
        certificateNext = !certificateNext;
        return key;
    }
}
