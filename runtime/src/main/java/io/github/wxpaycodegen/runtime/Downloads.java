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

/** Downloads the files that responses link to. */
public final class Downloads {
    private final ReloadableCaller caller;
    private final CallOptions options;

    Downloads(ReloadableCaller caller, CallOptions options) {
        this.caller = caller;
        this.options = options;
    }

    /**
     * Downloads a file, verifies it and moves it to the target, so that an incomplete file is never visible there. The
     * request is signed, so it is sent only to hosts of WeChat Pay and of the configuration.
     *
     * @param target must not exist, unless {@link CallOptions.Builder#replaceFile} is set
     * @throws WxPayException if no complete and verified file was received; the target is then unchanged. A file that
     *     was being moved to the target when the time was over may still appear there, complete and verified
     */
    public SavedFile fetch(FileLink link, Path target) {
        return Futures.await(
                fetchAsync(link, target),
                new OperationInfo(HttpMethod.GET, FileLinks.path(link), null),
                () -> Advice.READ_ONLY);
    }

    /** Same as {@link #fetch}; the future fails with {@link WxPayException}, and canceling it ends the download. */
    public CompletableFuture<SavedFile> fetchAsync(FileLink link, Path target) {
        return Futures.handOff(Futures.map(
                caller.call(present -> present.fetch(link, options.settings(), target)), WxPayResponse::value));
    }
}
