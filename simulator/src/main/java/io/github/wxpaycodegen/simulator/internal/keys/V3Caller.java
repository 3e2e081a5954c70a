package io.github.wxpaycodegen.simulator.internal.keys;

import io.github.wxpaycodegen.generator.model.Root;
import java.security.PublicKey;

/**
 * An account that may call v3: the merchant, or the brand below {@code /brand/}.
 *
 * @param id the merchant id or the brand id
 * @param serial of the certificate that the platform issued for the account
 * @param publicKey in that certificate
 */
public record V3Caller(boolean brand, String id, String serial, PublicKey publicKey) {
    private static final String BRAND_PATHS = "/brand/";

    /** Returns the root of the URIs that the account calls. */
    public Root root() {
        return brand ? Root.BRAND : Root.V3;
    }

    /** Returns the name of the id in messages and in the {@code Authorization} header. */
    public String idName() {
        return brand ? "brand_id" : "mchid";
    }

    /** Returns true if the account is of the kind that calls a path. */
    public boolean calls(String path) {
        return isBrandPath(path) == brand;
    }

    /** Returns true if a path is one that brands call. */
    public static boolean isBrandPath(String path) {
        return path.startsWith(BRAND_PATHS);
    }
}
