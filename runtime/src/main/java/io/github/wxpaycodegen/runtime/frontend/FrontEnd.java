package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.wire.PercentEncoding;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Creates the parameters with which a front end opens WeChat Pay for an order, a service order or a contract.
 * Immutable and thread-safe.
 *
 * <p>The app id and merchant id are the configured ones unless {@link #appid} and {@link #mchid} set others. The app id
 * must be that of the app, page or mini program that pays; for a service provider, that is often the merchant's.
 */
public final class FrontEnd {
    private final FrontEndSigner signer;
    private final @Nullable String appid;
    private final @Nullable String mchid;

    /** Creates a front end for a client; callers get it from {@code pay.frontEnd()}. */
    public FrontEnd(FrontEndSigner signer) {
        this(signer, null, null);
    }

    private FrontEnd(FrontEndSigner signer, @Nullable String appid, @Nullable String mchid) {
        this.signer = signer;
        this.appid = appid;
        this.mchid = mchid;
    }

    /** Returns this front end with another app id instead of the configured one. */
    public FrontEnd appid(String value) {
        return new FrontEnd(signer, Argument.token("appid", value), mchid);
    }

    /** Returns this front end with another merchant id instead of the configured one. */
    public FrontEnd mchid(String value) {
        return new FrontEnd(signer, appid, Argument.token("mchid", value));
    }

    /**
     * Returns the parameters of v2 orders signed with HMAC-SHA256, the default algorithm of generated requests. An
     * order and its parameters must be signed with the same algorithm; for an order that was placed with MD5, use
     * {@link #v2(SignType)}.
     */
    public V2FrontEnd v2() {
        return v2(SignType.HMAC_SHA256);
    }

    /** Returns the parameters of v2 orders signed with this algorithm. */
    public V2FrontEnd v2(SignType signType) {
        return new V2FrontEnd(this, signType);
    }

    /** Returns the parameters of v3 orders. */
    public V3FrontEnd v3() {
        return new V3FrontEnd(this);
    }

    /** Returns the jumps to the payscore mini program. */
    public Payscore payscore() {
        return new Payscore(this);
    }

    /** Returns the jumps to the page on which the user signs an auto-debit contract. */
    public Contracts contracts() {
        return new Contracts(this);
    }

    /**
     * Returns the link that a page opens for an H5 order, with the merchant's page to return to.
     *
     * @param url {@code mweb_url} of a v2 order, {@code h5_url} of a v3 order
     * @param redirectUrl the page to return to, not urlencoded; its domain must be registered for H5
     * @throws InvalidRequestException if {@code url} is not an https URL, or contains a fragment or a {@code
     *     redirect_url}
     */
    public URI h5(String url, String redirectUrl) {
        URI link = https(url);
        if (redirectUrl.isBlank()) {
            throw refused("redirect_url: is blank");
        }
        String parameter = "redirect_url=" + PercentEncoding.encode(redirectUrl);
        return URI.create(url + (link.getRawQuery() == null ? "?" : "&") + parameter);
    }

    private static URI https(String url) {
        URI link;
        try {
            link = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw refused("url: is not a URL");
        }
        if (!"https".equals(link.getScheme()) || link.getHost() == null) {
            throw refused("url: is not an https URL; use the mweb_url or the h5_url of the order");
        }
        if (link.getRawFragment() != null) {
            throw refused("url: has a fragment, so no parameter can be appended");
        }
        if (("&" + link.getRawQuery()).contains("&redirect_url=")) {
            throw refused("url: has a redirect_url already");
        }
        return link;
    }

    /**
     * Returns the text of the QR code of a Native order: its {@code code_url}, unchanged.
     *
     * @throws InvalidRequestException if it does not begin with {@code weixin://}, which only WeChat opens
     */
    public String qrCode(String codeUrl) {
        if (!codeUrl.startsWith("weixin://")) {
            throw refused("code_url: must begin with weixin://");
        }
        return Argument.token("code_url", codeUrl);
    }

    FrontEndSigner signer() {
        return signer;
    }

    String appid() {
        return appid == null ? signer.appid() : appid;
    }

    String mchid() {
        return mchid == null ? signer.mchid() : mchid;
    }

    String seconds() {
        return Long.toString(signer.seconds());
    }

    private static InvalidRequestException refused(String problem) {
        return InvalidRequestException.builder("The link").problem(problem).build();
    }
}
