package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.wire.PercentEncoding;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the front end needs to go on from an order, a service order or a contract to WeChat Pay. Immutable, safe for
 * use by many threads.
 *
 * <p>App id and merchant id are the configured ones unless {@link #appid} and {@link #mchid} name others: the app id must be
 * that of the app, page or mini program that pays, which for a service provider is often the merchant's.
 */
public final class FrontEnd {
    private final FrontEndSigner signer;
    private final @Nullable String appid;
    private final @Nullable String mchid;

    /** For a client; callers get it from {@code pay.frontEnd()}. */
    public FrontEnd(FrontEndSigner signer) {
        this(signer, null, null);
    }

    private FrontEnd(FrontEndSigner signer, @Nullable String appid, @Nullable String mchid) {
        this.signer = signer;
        this.appid = appid;
        this.mchid = mchid;
    }

    /** The same with this app id in place of the configured one. */
    public FrontEnd appid(String value) {
        return new FrontEnd(signer, Argument.token("appid", value), mchid);
    }

    /** The same with this merchant id in place of the configured one. */
    public FrontEnd mchid(String value) {
        return new FrontEnd(signer, appid, Argument.token("mchid", value));
    }

    /**
     * Parameters of v2 orders that were signed with HMAC-SHA256, as the generated requests are by themselves. An order and its
     * parameters must be signed with one algorithm; for an order that was placed with MD5 say {@link #v2(SignType)}.
     */
    public V2FrontEnd v2() {
        return v2(SignType.HMAC_SHA256);
    }

    /** Parameters of v2 orders that were signed with this algorithm. */
    public V2FrontEnd v2(SignType signType) {
        return new V2FrontEnd(this, signType);
    }

    /** Parameters of v3 orders. */
    public V3FrontEnd v3() {
        return new V3FrontEnd(this);
    }

    /** Jumps into the mini program of payscore. */
    public Payscore payscore() {
        return new Payscore(this);
    }

    /** Jumps to where the user signs a contract of auto-debit. */
    public Contracts contracts() {
        return new Contracts(this);
    }

    /**
     * The link that a page opens for an H5 order, and that comes back to a page of the merchant.
     *
     * @param url {@code mweb_url} of a v2 order, {@code h5_url} of a v3 one
     * @param redirectUrl where the user comes back to, as it is, not urlencoded; its domain must be registered for H5
     * @throws InvalidRequestException if the first is no https URL, has a fragment or a {@code redirect_url} already
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
            throw refused("url: is no URL");
        }
        if (!"https".equals(link.getScheme()) || link.getHost() == null) {
            throw refused("url: is no https URL; it is the mweb_url or the h5_url of the order");
        }
        if (link.getRawFragment() != null) {
            throw refused("url: has a fragment, behind which no parameter can go");
        }
        if (("&" + link.getRawQuery()).contains("&redirect_url=")) {
            throw refused("url: has a redirect_url already");
        }
        return link;
    }

    /**
     * The text of the QR code of a Native order: its {@code code_url}, which goes into the code as it is.
     *
     * @throws InvalidRequestException if it does not begin with {@code weixin://}, which WeChat alone opens
     */
    public String qrCode(String codeUrl) {
        if (!codeUrl.startsWith("weixin://")) {
            throw refused("code_url: does not begin with weixin://");
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
        return new InvalidRequestException("The link", List.of(problem));
    }
}
