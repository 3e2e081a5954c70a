package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.call.SettlingResponse;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Advice;
import io.github.wxpaycodegen.runtime.internal.call.PathTemplate;
import io.github.wxpaycodegen.runtime.internal.call.SentFields;
import io.github.wxpaycodegen.runtime.internal.client.ReloadableCaller;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
import io.github.wxpaycodegen.runtime.internal.failure.Settling;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.RequestBuilder;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Settlement;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.TypedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settles a call with the query of its operation, using the numbers in its request. */
final class CallSettling implements Settling {
    /** Fields that identify a merchant in requests of v2 and v3. */
    private static final Set<String> MERCHANTS =
            Set.of("mchid", "sp_mchid", "sub_mchid", "mch_id", "sub_mch_id", "brand_id");

    private static final Pattern OWN_NUMBER = Pattern.compile("(\\w+_)?out_(\\w+_)?no|partner_trade_no|mch_billno");

    private final Operation<?, ?> operation;
    private final Message request;
    private final List<String> segments;
    private final ReloadableCaller caller;
    private final CallOptions options;

    CallSettling(
            Operation<?, ?> operation,
            Message request,
            List<String> segments,
            ReloadableCaller caller,
            CallOptions options) {
        this.operation = operation;
        this.request = request;
        this.segments = segments;
        this.caller = caller;
        this.options = options;
    }

    @Override
    public @Nullable String obstacle() {
        if (operation.has(Trait.READ_ONLY)) {
            return operation + " changes nothing. Call it again";
        }
        Settlement settlement = operation.settlement();
        if (settlement == null) {
            return "no query is known that reports the result of " + operation
                    + ". Look it up by its number, by another query or on the merchant platform";
        }
        if (!settlement.lacks().isEmpty()) {
            return settlement.query() + " needs " + String.join(", ", settlement.lacks()) + ", which a request of "
                    + operation + " does not have. Call the query yourself";
        }
        if (settlement.operation() == null) {
            return settlement.query() + " is not part of the generated client. Include it, or do not exclude it";
        }
        SentFields held = held();
        for (List<String> alternatives : settlement.needs()) {
            if (alternatives.stream().allMatch(name -> held.text(name) == null)) {
                return settlement.query() + " needs " + String.join(" or ", alternatives)
                        + ", which the request does not have. Call the query yourself";
            }
        }
        // Otherwise the query could use the configured value, which was not the one sent.
        for (String name : settlement.takes()) {
            if (request.putFields().names().contains(name) && !held.contains(name)) {
                return settlement.query() + " takes " + name
                        + ", which was put on the request as a value that cannot be passed on. Call the query yourself";
            }
        }
        for (String name : held.undeclared()) {
            if (MERCHANTS.contains(name)) {
                return settlement.query() + " would not name the merchant that was put as " + name
                        + " on the request. Call the query yourself";
            }
        }
        return null;
    }

    @Override
    public String numbers() {
        Settlement settlement = operation.settlement();
        SentFields held = held();
        Stream<String> names = settlement == null
                ? held.names().filter(CallSettling::isOwnNumber)
                : settlement.needs().stream().flatMap(alternatives -> alternatives.stream()
                        .filter(name -> held.text(name) != null)
                        .limit(1));
        return names.filter(name -> held.text(name) != null)
                .filter(name -> !MERCHANTS.contains(name) && !held.isSensitive(name))
                .map(name -> name + " " + ForeignText.shown(held.text(name)))
                .collect(Collectors.joining(", "));
    }

    /** Returns true for a number by which merchants identify what they request, such as {@code out_trade_no}. */
    private static boolean isOwnNumber(String name) {
        return OWN_NUMBER.matcher(name).matches();
    }

    @Override
    public SettlingResponse settle() {
        return Futures.await(begin(), query().operation().info(), this::stillUnknown);
    }

    /** Returns the advice after a query that failed to respond: that it is harmless invites nobody to pay again. */
    private String stillUnknown() {
        String numbers = numbers();
        return "Whether " + operation + " took effect stays unknown" + (numbers.isEmpty() ? "" : " (" + numbers + ")")
                + ". If the thread is interrupted, clear its flag with Thread.interrupted(). Then call settle() again"
                + " before you repeat " + operation + ".";
    }

    @Override
    public CompletableFuture<SettlingResponse> begin() {
        try {
            return Futures.recover(Futures.map(call(), response -> response), this::withAdvice);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(withAdvice(e));
        }
    }

    private Throwable withAdvice(Throwable failure) {
        if (failure instanceof WxPayException exception) {
            FailureDetails.add(exception, Advice.unsettled(operation, numbers()));
        }
        return failure;
    }

    private TypedOperation<?, ?, ? extends Message> query() {
        Settlement settlement = Objects.requireNonNull(operation.settlement());
        return Objects.requireNonNull(settlement.operation()).get();
    }

    private CompletableFuture<? extends Message> call() {
        Settlement settlement = Objects.requireNonNull(operation.settlement());
        SentFields held = held();
        List<String> names = new ArrayList<>(settlement.takes());
        for (List<String> alternatives : settlement.needs()) {
            names.add(alternatives.stream()
                    .filter(name -> held.text(name) != null)
                    .findFirst()
                    .orElseThrow());
        }
        ApiContext context = new ApiContext(caller, options.withHostIfServed());
        for (String parameter : PathTemplate.names(settlement.query())) {
            context = context.at(parameter, Objects.requireNonNull(held.text(parameter)));
            names.remove(parameter);
        }
        return call(query(), context, held.only(names, settlement.declines()));
    }

    private static <Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R extends Message>
            CompletableFuture<R> call(TypedOperation<Q, B, R> query, ApiContext context, SentFields fields) {
        return context.callAsync(query.operation(), query.request(fields::putOn));
    }

    private SentFields held() {
        return SentFields.of(operation, request, segments, caller.present()::configured);
    }
}
