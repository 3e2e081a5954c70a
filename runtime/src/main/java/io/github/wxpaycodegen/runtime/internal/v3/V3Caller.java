package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.FileLinks;
import io.github.wxpaycodegen.runtime.internal.call.ProtocolCall;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.crypto.TrustedKeys;
import io.github.wxpaycodegen.runtime.internal.download.FileTarget;
import io.github.wxpaycodegen.runtime.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The v3 part of a client, which makes its calls of v3 and holds the keys that it trusts. */
public final class V3Caller {
    private final ClientSettings config;
    private final Exchange exchange;
    private final V3Trust merchant;
    private final V3Trust brand;

    /** Creates a caller with settings and an exchange. */
    public V3Caller(ClientSettings config, Exchange exchange) {
        this.config = config;
        this.exchange = exchange;
        this.merchant = new V3Trust(config, config.account(V3Account.MERCHANT), exchange);
        this.brand = new V3Trust(config, config.account(V3Account.BRAND), exchange);
    }

    /** Returns the gateway keys that an account trusts. */
    public TrustedKeys trustedKeys(V3Account account) {
        return trust(account).keys();
    }

    private V3Trust trust(V3Account account) {
        return account == V3Account.BRAND ? brand : merchant;
    }

    private V3Trust trust(Call<?> call) {
        return trust(V3Account.of(call.operation().path()));
    }

    /** Returns a call whose request is a message. */
    public <R> ProtocolCall<R> call(Call<R> call, Message message, List<String> segments, CallSettings options) {
        return call(call, source(call, message, segments), options);
    }

    /** Returns a call whose request comes from a source. */
    public <R> ProtocolCall<R> call(Call<R> call, V3RequestSource source, CallSettings options) {
        V3Trust trust = trust(call);
        return new V3Call<>(
                config, trust, call, options, source, new V3ResponseReception<>(config, exchange, trust, call));
    }

    /** Returns a call whose response is a file, which is moved to the target. */
    public ProtocolCall<SavedFile> save(
            Call<?> call, Message message, List<String> segments, CallSettings options, FileTarget target) {
        return save(call, source(call, message, segments), options, target, null);
    }

    /** Returns a call that downloads the file of a link, which is moved to the target. */
    public ProtocolCall<SavedFile> fetch(Call<?> call, FileLink link, CallSettings options, FileTarget target) {
        V3Request request = V3Request.ofTarget(FileLinks.target(link));
        return save(call, key -> request, options, target, link);
    }

    private ProtocolCall<SavedFile> save(
            Call<?> call, V3RequestSource source, CallSettings options, FileTarget target, @Nullable FileLink link) {
        V3Trust trust = trust(call);
        return new V3Call<>(
                config, trust, call, options, source, new V3FileReception(config, exchange, trust, call, target, link));
    }

    private V3RequestSource source(Call<?> call, Message message, List<String> segments) {
        return new V3MessageSource(call.operation(), message, segments, config);
    }
}
