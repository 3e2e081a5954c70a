package io.github.wxpaycodegen.runtime.endpoint;

import io.github.wxpaycodegen.runtime.ApiNode;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.message.RequestBuilder;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import io.github.wxpaycodegen.runtime.operation.TypedOperation;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A URI with a file: the response is the file, or links to it. The generated interface of the URI extends this one and
 * that of its HTTP method.
 *
 * <p>A file in the response is streamed to disk. If the response links to the file, the link is followed; if the link
 * has expired, the operation is called once more. If the gateway prepares the file first, the operation is called until
 * the file is ready.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 */
public interface Download<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>> extends ApiNode {
    /** Returns the description of the operation for the runtime, never null. Generated code implements this method. */
    TypedOperation<Q, B, ?> downloadOperation();

    /**
     * Downloads the file and waits for it.
     *
     * @param target the file appears there complete and verified, or not at all; it must not exist unless an option
     *     allows that
     * @throws WxPayException if the file is not complete and verified
     */
    default SavedFile download(Q request, Path target) {
        return context().download(downloadOperation().operation(), request, target);
    }

    /**
     * Same as {@link #download(RequestMessage, Path)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default SavedFile download(Consumer<? super B> request, Path target) {
        return download(downloadOperation().request(request), target);
    }

    /**
     * Downloads the file without waiting.
     *
     * @param target the file appears there complete and verified, or not at all; it must not exist unless an option
     *     allows that
     * @return a future that fails with {@link WxPayException}, even for an invalid request; canceling it aborts the download
     */
    default CompletableFuture<SavedFile> downloadAsync(Q request, Path target) {
        return context().downloadAsync(downloadOperation().operation(), request, target);
    }

    /**
     * Same as {@link #downloadAsync(RequestMessage, Path)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<SavedFile> downloadAsync(Consumer<? super B> request, Path target) {
        return downloadOperation().withRequest(request, made -> downloadAsync(made, target));
    }

    /**
     * Same as {@link Download}, for an operation whose request can be empty.
     *
     * @param <Q> the request
     * @param <B> the builder of the request
     */
    interface RequestOptional<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>>
            extends Download<Q, B> {
        /** Same as {@link #download(RequestMessage, Path)}, with an empty request. */
        default SavedFile download(Path target) {
            return download(downloadOperation().emptyRequest(), target);
        }

        /** Same as {@link #downloadAsync(RequestMessage, Path)}, with an empty request. */
        default CompletableFuture<SavedFile> downloadAsync(Path target) {
            return downloadAsync(downloadOperation().emptyRequest(), target);
        }
    }
}
