package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A batch of transfers; a snapshot.
 *
 * @param key the merchant's number
 * @param id the gateway's number
 */
public record TransferBatch(String key, Map<String, String> request, String id, Instant created, List<Transfer> details)
        implements Register.Entry {
    public TransferBatch {
        request = Map.copyOf(request);
        details = List.copyOf(details);
    }

    /** Returns the state as on the wire. */
    public String state() {
        return isFinished() ? "FINISHED" : "PROCESSING";
    }

    @Override
    public boolean isFinished() {
        return details.stream().allMatch(detail -> detail.state().isFinal());
    }

    /** Returns the time of its last change. */
    public Instant updated() {
        return details.stream()
                .map(Transfer::updated)
                .max(Comparator.naturalOrder())
                .orElse(created);
    }

    /** Returns the number of details in a state. */
    public long count(Transfer.State state) {
        return details.stream().filter(detail -> detail.state() == state).count();
    }

    /** Returns the amount of the details in a state, in fen. */
    public long amount(Transfer.State state) {
        return details.stream()
                .filter(detail -> detail.state() == state)
                .mapToLong(Transfer::amount)
                .sum();
    }

    TransferBatch with(UnaryOperator<Transfer> change) {
        return new TransferBatch(
                key, request, id, created, details.stream().map(change).toList());
    }
}
