package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Position of one listing: the request of the next page, and the facts that the pages so far have shown. If a call
 * fails or a page is rejected, the position does not change.
 */
final class PageCursor<Q, R, T> {
    private static final int OK = 200;

    private final OperationInfo operation;
    private final PageFields<Q, R, T> fields;
    private final Q start;
    private final boolean fromFirst;
    private @Nullable Object at;
    private long items;
    private int page = 1;
    private List<T> previous = List.of();
    private boolean ended;

    PageCursor(OperationInfo operation, PageFields<Q, R, T> fields, Q start) {
        this.operation = operation;
        this.fields = fields;
        this.start = start;
        boolean counts = fields.kind() != PageFields.Kind.TOKEN;
        Object given = fields.at(start);
        // Some queries return the total only if the request selects a page.
        at = given == null && counts ? fields.first() : given;
        fromFirst = counts && Long.valueOf(fields.first()).equals(at);
    }

    boolean hasEnded() {
        return ended;
    }

    /**
     * Returns the request of the next page. It is not validated, because the position may exceed the limit of its
     * field.
     */
    Q request() {
        return at == null ? start : fields.moved(start, at);
    }

    /**
     * Moves to the position after a page.
     *
     * @return the items of the page
     * @throws InvalidResponseException if this cannot be the next page
     */
    List<T> accept(R response) {
        String unreadable = fields.unreadable(response);
        if (unreadable != null) {
            throw refused(unreadable + " is not a list of the expected type");
        }
        List<T> received = fields.items(response);
        Object end = fields.end(response);
        check(received, end);
        if (fields.kind() == PageFields.Kind.TOKEN) {
            ended = end == null || end.toString().isEmpty();
            at = end;
        } else {
            ended = received.isEmpty() || isTotal(end, items + received.size());
            at = number(at) + (fields.kind() == PageFields.Kind.PAGE ? 1 : received.size());
        }
        items += received.size();
        previous = received;
        page++;
        return received;
    }

    /** Adds the page number to the exception of a call. */
    <E extends Throwable> E during(E failure) {
        if (failure instanceof WxPayException exception) {
            FailureDetails.onPage(exception, page);
        }
        return failure;
    }

    /** A listing that starts at a later page knows its offset, but not the number of items on the skipped pages. */
    private boolean isTotal(@Nullable Object total, long listed) {
        if (total == null || (!fromFirst && fields.kind() == PageFields.Kind.PAGE)) {
            return false;
        }
        long before = fields.kind() == PageFields.Kind.PAGE ? 0 : number(at) - items - fields.first();
        // Not >=: some queries report the total on the first page only, so a later one may be absent or 0.
        return before + listed == number(total);
    }

    private void check(List<T> received, @Nullable Object end) {
        if (page > 1 && received.equals(previous)) {
            throw refused("the page has the same items as the previous page");
        }
        if (page > 1 && fields.kind() == PageFields.Kind.PAGE && isShifted(received)) {
            throw refused("the page begins with the second item of the previous page, as if " + fields.name()
                    + " counted items instead of pages");
        }
        if (page == 1 && fromFirst && received.isEmpty() && end != null && number(end) > 0) {
            throw refused("the page has no items although the response reports " + end);
        }
        if (fields.kind() == PageFields.Kind.TOKEN && end != null && end.equals(at)) {
            throw refused("the page contains its own token as that of the next page");
        }
    }

    private boolean isShifted(List<T> received) {
        int rest = previous.size() - 1;
        // One item in common proves nothing: an item may have been inserted before it.
        return rest > 1 && received.size() >= rest && received.subList(0, rest).equals(previous.subList(1, rest + 1));
    }

    private InvalidResponseException refused(String what) {
        String message =
                operation.id() + ": " + what + ". Items would be missing or repeated: query each page yourself, and"
                        + " compare them. " + fields.name() + " was " + ForeignText.shown(String.valueOf(at));
        InvalidResponseException e = InvalidResponseException.builder()
                .message(message)
                .httpStatus(OK)
                .build();
        FailureDetails.during(e, operation);
        return during(e);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }
}
