package io.github.wxpaycodegen.runtime.endpoint;

import io.github.wxpaycodegen.runtime.ApiNode;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.message.RequestBuilder;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import io.github.wxpaycodegen.runtime.operation.TypedOperation;
import java.net.URI;
import java.util.function.Consumer;

/**
 * A URI that the user's browser opens. The generated interface of the URI extends this one, and its Javadoc describes the
 * operation.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 */
public interface Redirect<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>> extends ApiNode {
    /** Returns the description of the operation for the runtime, never null. Generated code implements this method. */
    TypedOperation<Q, B, URI> getOperation();

    /**
     * Returns the signed URL for the user's browser, never null. No call is made.
     *
     * @throws WxPayException if the request cannot be signed
     */
    default URI get(Q request) {
        return context().redirect(getOperation().operation(), request);
    }

    /**
     * Same as {@link #get(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default URI get(Consumer<? super B> request) {
        return get(getOperation().request(request));
    }

    /**
     * Same as {@link Redirect}, for an operation whose request can be empty.
     *
     * @param <Q> the request
     * @param <B> the builder of the request
     */
    interface RequestOptional<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>>
            extends Redirect<Q, B> {
        /** Same as {@link #get(RequestMessage)}, with an empty request. */
        default URI get() {
            return get(getOperation().emptyRequest());
        }
    }
}
