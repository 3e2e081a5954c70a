package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Advice;
import io.github.wxpaycodegen.runtime.internal.call.FileLinks;
import io.github.wxpaycodegen.runtime.internal.client.ReloadableCaller;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Downloads the files that links in responses lead to. */
public final class Downloads {
    private final ReloadableCaller caller;
    private final CallOptions options;

    Downloads(ReloadableCaller caller, CallOptions options) {
        this.caller = caller;
        this.options = options;
    }

    /**
     * Fetches a file, verifies it and puts it in its place, where it appears whole or not at all. The request is signed, so
     * it goes to hosts of WeChat Pay and of the configuration alone.
     *
     * @param target must not exist, unless {@link CallOptions.Builder#replaceFile} says so
     * @throws WxPayException if there is no whole and verified file; the target is as it was before then
     */
    public SavedFile fetch(FileLink link, Path target) {
        return Futures.await(
                fetchAsync(link, target),
                new OperationInfo(HttpMethod.GET, FileLinks.path(link), null),
                () -> Advice.READ_ONLY);
    }

    /** Like {@link #fetch}; the future fails with {@link WxPayException}, and cancelling it ends the download. */
    public CompletableFuture<SavedFile> fetchAsync(FileLink link, Path target) {
        return Futures.handOff(Futures.map(
                caller.call(present -> present.fetch(link, options.settings(), target)), WxPayResponse::value));
    }
}
