package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.products.Transfer.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The transfers of the merchant to users, in memory, and the rules for changing their states: those that the user
 * confirms, and batches. Both have numbers of their own.
 */
public final class TransferLedger {
    /** Listener that is notified when a transfer or a batch has its final state. It must not block. */
    public interface Listener {
        void finished(Transfer transfer);

        void finished(TransferBatch batch);
    }

    private static final Duration CONFIRMATION = Duration.ofHours(24);
    /** The least amount of a transfer that the user confirms, in fen. */
    private static final long LEAST = 10;

    /** Below this amount, in fen, a transfer of a batch must not have the name of the user. */
    private static final long UNNAMED = 30;

    /** From this amount on, in fen, the name of the user is required. */
    private static final long NAMED = 200_000;

    private final Clock clock;
    private final Numbers numbers;
    private final Listener listener;
    private final Register<Transfer> transfers = new Register<>(Problem.NO_TRANSFER, Problem.TRANSFER_DIFFERS);
    private final Register<TransferBatch> batches = new Register<>(Problem.NO_TRANSFER, Problem.TRANSFER_DIFFERS);
    private boolean held;

    /** Creates an empty ledger. */
    public TransferLedger(Clock clock, Numbers numbers, Listener listener) {
        this.clock = clock;
        this.numbers = numbers;
        this.listener = listener;
    }

    /** Keeps later batches in processing until they are settled; otherwise they are settled at once. */
    public synchronized void hold() {
        held = true;
    }

    /** Removes all transfers. Later ones are settled at once. */
    public synchronized void clear() {
        transfers.clear();
        batches.clear();
        held = false;
    }

    /**
     * Creates a transfer that the user must confirm. An equal request returns the existing one until it has ended.
     *
     * @throws ProblemException also for an equal request after the end, whose result only a query returns
     */
    public synchronized Transfer create(Map<String, String> request) throws ProblemException {
        String number = request.getOrDefault("out_bill_no", "");
        Transfer current = current(transfers.create(number, request, () -> {
            Transfer transfer = checked(make(number, request, State.WAIT_USER_CONFIRM));
            if (transfer.amount() < LEAST) {
                throw new ProblemException(Problem.TRANSFER_LIMIT);
            }
            return transfer;
        }));
        if (current.state().isFinal()) {
            throw new ProblemException(Problem.TRANSFER_ENDED);
        }
        return current;
    }

    /**
     * Returns the transfer with an {@code out_bill_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Transfer transfer(String outBillNo) throws ProblemException {
        return current(transfers.find(outBillNo));
    }

    /**
     * Returns the transfer with a {@code transfer_bill_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Transfer transferById(String transferBillNo) throws ProblemException {
        return current(transfers.first(transfer -> transfer.id().equals(transferBillNo)));
    }

    /** Returns the transfers that users confirm, oldest first. */
    public synchronized List<Transfer> transfers() {
        return transfers.all().stream().map(this::current).toList();
    }

    /**
     * Closes the transfers that users have not confirmed in time. They are also closed when they are next looked at.
     */
    public synchronized void closeOverdue() {
        transfers.all().forEach(this::current);
    }

    /** Closes a transfer that the user has not confirmed in time. */
    private Transfer current(Transfer transfer) {
        Instant end = transfer.created().plus(CONFIRMATION);
        return transfer.state() == State.WAIT_USER_CONFIRM && !clock.instant().isBefore(end)
                ? finished(transfer, State.FAIL, "OVERDUE_CLOSE", end)
                : transfer;
    }

    /** Finishes a transfer that waits for the user's confirmation. */
    public synchronized Transfer finish(String outBillNo, Transfer.Change change, String reason)
            throws ProblemException {
        Transfer current = transfer(outBillNo);
        change.require(current.state(), Problem.TRANSFER_STATE);
        return finished(current, change.to(), reason, clock.instant());
    }

    private Transfer finished(Transfer transfer, State state, String reason, Instant time) {
        Transfer changed = transfers.keep(transfer.with(state, reason, time));
        listener.finished(changed);
        return changed;
    }

    /** Cancels a transfer that waits for the user's confirmation. Canceling it again has no effect. */
    public synchronized Transfer cancel(String outBillNo) throws ProblemException {
        Transfer current = transfer(outBillNo);
        if (current.state() == State.CANCELLED) {
            return current;
        }
        if (current.state() != State.WAIT_USER_CONFIRM) {
            throw new ProblemException(Problem.TRANSFER_STATE);
        }
        return finished(current, State.CANCELLED, "MCH_CANCEL", clock.instant());
    }

    /**
     * Creates a batch. An equal request returns the existing one.
     *
     * @param details the fields of each transfer
     */
    public synchronized TransferBatch createBatch(Map<String, String> request, List<Map<String, String>> details)
            throws ProblemException {
        String number = request.getOrDefault("out_batch_no", "");
        return batches.create(number, request, () -> batch(number, request, details), batch -> {
            if (!held) {
                settleBatch(number);
            }
        });
    }

    private TransferBatch batch(String number, Map<String, String> request, List<Map<String, String>> details)
            throws ProblemException {
        List<Transfer> transfersOfBatch = new ArrayList<>();
        long total = 0;
        for (Map<String, String> detail : details) {
            Transfer transfer = checked(make(detail.getOrDefault("out_detail_no", ""), detail, State.PROCESSING));
            transfersOfBatch.add(transfer);
            total += transfer.amount();
        }
        requireNames(transfersOfBatch);
        Set<String> distinct = transfersOfBatch.stream().map(Transfer::key).collect(Collectors.toSet());
        if (distinct.size() < details.size()
                || !Integer.toString(details.size()).equals(request.get("total_num"))
                || !Long.toString(total).equals(request.get("total_amount"))) {
            throw new ProblemException(Problem.BATCH_TOTALS);
        }
        Instant now = clock.instant();
        return new TransferBatch(number, request, numbers.transferId(now), now, transfersOfBatch);
    }

    private static void requireNames(List<Transfer> details) throws ProblemException {
        List<Transfer> named = details.stream()
                .filter(detail -> !detail.text("user_name").isEmpty())
                .toList();
        if (named.stream().anyMatch(detail -> detail.amount() < UNNAMED)) {
            throw new ProblemException(Problem.NAME_NOT_ALLOWED);
        }
        if (!named.isEmpty() && named.size() < details.size()) {
            throw new ProblemException(Problem.NAMES_DIFFER);
        }
    }

    /**
     * Returns the batch with an {@code out_batch_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized TransferBatch batch(String outBatchNo) throws ProblemException {
        return batches.find(outBatchNo);
    }

    /**
     * Returns the batch with a {@code batch_id}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized TransferBatch batchById(String batchId) throws ProblemException {
        return batches.first(batch -> batch.id().equals(batchId));
    }

    /** Lets the transfers of a batch that are being processed arrive. */
    public synchronized TransferBatch settleBatch(String outBatchNo) throws ProblemException {
        TransferBatch current = unfinished(outBatchNo);
        Instant now = clock.instant();
        return changed(current.with(
                detail -> detail.state() == State.PROCESSING ? detail.with(State.SUCCESS, "", now) : detail));
    }

    /** Fails a transfer of a batch that is being processed. */
    public synchronized TransferBatch failDetail(String outBatchNo, String outDetailNo, String reason)
            throws ProblemException {
        TransferBatch current = unfinished(outBatchNo);
        boolean open = current.details().stream()
                .anyMatch(detail ->
                        detail.key().equals(outDetailNo) && !detail.state().isFinal());
        if (!open) {
            throw new ProblemException(Problem.TRANSFER_STATE);
        }
        Instant now = clock.instant();
        return changed(current.with(
                detail -> detail.key().equals(outDetailNo) ? detail.with(State.FAIL, reason, now) : detail));
    }

    private TransferBatch unfinished(String outBatchNo) throws ProblemException {
        TransferBatch current = batches.find(outBatchNo);
        if (current.isFinished()) {
            throw new ProblemException(Problem.TRANSFER_STATE);
        }
        return current;
    }

    private TransferBatch changed(TransferBatch batch) {
        batches.keep(batch);
        if (batch.isFinished()) {
            listener.finished(batch);
        }
        return batch;
    }

    /** Returns all transfers that arrived, oldest first in both kinds. */
    public synchronized List<Transfer> arrived() {
        return Stream.of(transfers.all().stream(), batches.all().stream().flatMap(batch -> batch.details().stream()))
                .flatMap(kind -> kind)
                .filter(transfer -> transfer.state() == State.SUCCESS)
                .toList();
    }

    private Transfer make(String number, Map<String, String> request, State state) {
        Instant now = clock.instant();
        return new Transfer(number, request, numbers.transferId(now), now, state, "", now);
    }

    private static Transfer checked(Transfer transfer) throws ProblemException {
        if (transfer.amount() <= 0) {
            throw new ProblemException(Problem.NO_MONEY);
        }
        if (transfer.amount() >= NAMED && transfer.text("user_name").isEmpty()) {
            throw new ProblemException(Problem.NAME_REQUIRED);
        }
        return transfer;
    }
}
