package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The codes that the merchant uploaded for its stocks. Not thread-safe: the ledger that has it synchronizes. */
final class BusifavorCodes {
    private static final long SEED = 20_261_130;

    private final Register<BusifavorCode> codes = new Register<>(Problem.NO_COUPON_CODE, Problem.BUSIFAVOR_NUMBER_USED);
    private final Register<BusifavorUpload> uploads =
            new Register<>(Problem.NO_COUPON_CODE, Problem.BUSIFAVOR_NUMBER_USED);
    private final Register<Deletion> deletions = new Register<>(Problem.NO_COUPON_CODE, Problem.BUSIFAVOR_NUMBER_USED);

    // WeChat Pay chooses by chance. A fixed seed repeats the choices of a test that failed.
    private Random choice = new Random(SEED);

    /** A code that was deleted. */
    private record Deletion(String key, Map<String, String> request, Instant time) implements Register.Entry {
        Deletion {
            request = Map.copyOf(request);
        }

        @Override
        public boolean isFinished() {
            return true;
        }
    }

    void clear() {
        codes.clear();
        uploads.clear();
        deletions.clear();
        choice = new Random(SEED);
    }

    /** Adds codes that the stock does not have yet. An equal request returns the existing upload. */
    BusifavorUpload upload(String stockId, List<String> given, Map<String, String> request, Instant now)
            throws ProblemException {
        String key = request.getOrDefault("upload_request_no", "");
        return uploads.create(key, request, () -> {
            Set<String> known = new LinkedHashSet<>(
                    all(stockId).stream().map(BusifavorCode::code).toList());
            Set<String> added = new LinkedHashSet<>();
            Set<String> existing = new LinkedHashSet<>();
            Set<String> repeated = new LinkedHashSet<>();
            for (String code : given) {
                boolean isNew = known.contains(code) ? existing.add(code) : added.add(code);
                if (!isNew) {
                    repeated.add(code);
                }
            }
            added.forEach(code -> codes.keep(new BusifavorCode(stockId, code, Map.of(), now, Optional.empty())));
            return new BusifavorUpload(
                    key, request, now, new ArrayList<>(added), new ArrayList<>(existing), new ArrayList<>(repeated));
        });
    }

    /** Returns all codes of a stock, oldest first. */
    List<BusifavorCode> all(String stockId) {
        return codes.all().stream()
                .filter(code -> code.stockId().equals(stockId))
                .toList();
    }

    /**
     * Returns a code of a stock.
     *
     * @throws ProblemException if there is none
     */
    BusifavorCode find(String stockId, String code) throws ProblemException {
        return codes.find(BusifavorCode.key(stockId, code));
    }

    /**
     * Chooses the code that the next coupon of a stock gets.
     *
     * @throws ProblemException if no code is left
     */
    String next(String stockId) throws ProblemException {
        List<BusifavorCode> left =
                all(stockId).stream().filter(code -> code.given().isEmpty()).toList();
        if (left.isEmpty()) {
            throw new ProblemException(Problem.BUSIFAVOR_CODES_USED_UP);
        }
        return left.get(choice.nextInt(left.size())).code();
    }

    /** Gives a code to a user. */
    void give(BusifavorCoupon coupon) throws ProblemException {
        codes.keep(find(coupon.stock().id(), coupon.code()).givenTo(coupon.openid(), coupon.created()));
    }

    /** Deletes a code that no user has. An equal request does nothing more. */
    Instant delete(String stockId, String code, Map<String, String> request, Instant now) throws ProblemException {
        String key = request.getOrDefault("delete_request_no", "");
        return deletions
                .create(key, request, () -> {
                    if (find(stockId, code).given().isPresent()) {
                        throw new ProblemException(Problem.COUPON_CODE_USED);
                    }
                    codes.remove(BusifavorCode.key(stockId, code));
                    return new Deletion(key, request, now);
                })
                .time();
    }
}
