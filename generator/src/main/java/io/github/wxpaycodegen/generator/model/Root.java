package io.github.wxpaycodegen.generator.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** First segment of a URI. It determines the protocol and the caller of the operations below it. */
public enum Root {
    /** XML, signed with the APIv2 key. The segment is not on the wire. */
    V2(Protocol.V2, FillKey.MCHID, "the APIv2 key"),
    /** JSON, signed with the merchant's private key. */
    V3(Protocol.V3, FillKey.MCHID, "the merchant's private key"),
    /** JSON, signed with the brand's private key. */
    BRAND(Protocol.V3, FillKey.BRAND_ID, "the brand's private key");

    private final Protocol protocol;
    private final FillKey callerKey;
    private final String signingKey;

    Root(Protocol protocol, FillKey callerKey, String signingKey) {
        this.protocol = protocol;
        this.callerKey = callerKey;
        this.signingKey = signingKey;
    }

    /** Returns the root of a URI; empty if there is no such root. */
    public static Optional<Root> of(String uri) {
        return Arrays.stream(values())
                .filter(root -> uri.startsWith(root.segment() + "/"))
                .findFirst();
    }

    /** Returns the segments of all roots. */
    public static List<String> segments() {
        return Arrays.stream(values()).map(Root::segment).toList();
    }

    /** Returns the segment: {@code v2}. */
    public String segment() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the protocol of the operations below it. */
    public Protocol protocol() {
        return protocol;
    }

    /** Returns the configuration value with the number of the calling account. */
    public FillKey callerKey() {
        return callerKey;
    }

    /** Returns the name of the key that signs requests. */
    public String signingKey() {
        return signingKey;
    }
}
