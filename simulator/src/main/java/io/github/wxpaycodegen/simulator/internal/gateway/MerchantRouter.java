package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.simulator.internal.http.Delivery;
import io.github.wxpaycodegen.simulator.internal.http.PendingRequest;
import io.github.wxpaycodegen.simulator.internal.http.RequestHandler;
import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Passes each request to the gateway of the merchant or brand that it names: v3 in {@code Authorization}, v2 in the query
 * or in the body. A request that names none of them goes to the first merchant, which rejects it.
 */
public final class MerchantRouter implements RequestHandler {
    private static final Pattern AUTHORIZATION = Pattern.compile("\\b(?:mchid|brand_id)=\"([^\"]*)\"");
    private static final Pattern QUERY = Pattern.compile("(?:^|&)(?:mch_id|mchid)=([^&]*)");
    private static final Pattern XML = Pattern.compile("<(?:mch_id|mchid)>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]\\s]*)");

    private final RequestHandler first;
    private final Map<String, RequestHandler> handlers = new ConcurrentHashMap<>();

    /** Creates a router that passes everything to one merchant until there are others. */
    public MerchantRouter(RequestHandler first) {
        this.first = first;
    }

    /**
     * Adds an account.
     *
     * @throws IllegalArgumentException if it exists already
     */
    public void add(String account, RequestHandler handler) {
        if (handlers.putIfAbsent(account, handler) != null) {
            throw new IllegalArgumentException(
                    "the account " + account + " is on this port already: each needs an id of its own");
        }
    }

    /** Removes the accounts of a handler. */
    public void remove(RequestHandler handler) {
        handlers.values().removeIf(handler::equals);
    }

    @Override
    public PendingRequest begin(RequestHead head) {
        Optional<RequestHandler> named = head.header("authorization")
                .flatMap(text -> find(AUTHORIZATION, text))
                .or(() -> find(QUERY, head.query()));
        if (named.isPresent() || handlers.size() < 2) {
            return named.orElse(first).begin(head);
        }
        return new Undecided(head);
    }

    private Optional<RequestHandler> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.ofNullable(handlers.get(matcher.group(1))) : Optional.empty();
    }

    /** A request whose merchant is known only when its body is. */
    private final class Undecided implements PendingRequest {
        private final RequestHead head;
        private @Nullable PendingRequest decided;

        Undecided(RequestHead head) {
            this.head = head;
        }

        @Override
        public Drop drop() {
            // The body has been read, so a connection can no longer break before that.
            return decided == null || decided.drop() == Drop.NEVER ? Drop.NEVER : Drop.AFTER_REQUEST;
        }

        @Override
        public Delivery delivery() {
            return decided == null ? Delivery.PROMPT : decided.delivery();
        }

        @Override
        public Response respond(byte[] body, Optional<X509Certificate> clientCertificate) {
            PendingRequest request = find(XML, new String(body, StandardCharsets.UTF_8))
                    .orElse(first)
                    .begin(head);
            decided = request;
            return request.respond(body, clientCertificate);
        }
    }
}
