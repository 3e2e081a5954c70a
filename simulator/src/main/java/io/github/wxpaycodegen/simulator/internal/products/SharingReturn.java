package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A receiver's return of a share; a snapshot.
 *
 * @param key the sub-merchant and the merchant's number
 * @param order the order of profit sharing, as it was when the return was created
 * @param account the merchant id of the receiver
 * @param amount in fen
 * @param failReason empty unless the return failed
 * @param finished empty while the return is being processed
 */
public record SharingReturn(
        String key,
        Map<String, String> request,
        SharingOrder order,
        String account,
        long amount,
        String returnId,
        Instant created,
        Result result,
        Optional<String> failReason,
        Optional<Instant> finished)
        implements Register.Entry {
    /** The result of a return, named as on the wire. */
    public enum Result {
        PROCESSING,
        SUCCESS,
        FAILED
    }

    public SharingReturn {
        request = Map.copyOf(request);
    }

    @Override
    public boolean isFinished() {
        return result != Result.PROCESSING;
    }

    /** Returns the merchant's number. */
    public String number() {
        return text("out_return_no");
    }

    boolean holdsMoney() {
        return result != Result.FAILED;
    }

    SharingReturn finished(Result next, Optional<String> reason, Instant now) {
        return new SharingReturn(
                key, request, order, account, amount, returnId, created, next, reason, Optional.of(now));
    }
}
