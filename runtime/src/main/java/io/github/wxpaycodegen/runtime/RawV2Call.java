package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Advice;
import io.github.wxpaycodegen.runtime.internal.client.ReloadableCaller;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.message.Checks;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.SentMessage;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * A call of v2 whose request is written by hand; see {@link RawCalls}. The client adds {@code nonce_str} and {@code sign},
 * which is of the algorithm that the field {@code sign_type} names, or MD5 without it. It is never sent twice. Not safe for
 * use by several threads.
 */
public final class RawV2Call {
    private static final Set<String> OURS = Set.of("nonce_str", "sign");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final ReloadableCaller caller;
    private final CallOptions options;
    private final String path;
    private final Map<String, Value> fields = new LinkedHashMap<>();
    private String[] nestedElements = {};
    private boolean clientCertificate;
    private boolean nonceless;
    private boolean responseUnsigned;

    RawV2Call(ReloadableCaller caller, CallOptions options, String path) {
        this.caller = caller;
        this.options = options;
        this.path = path;
    }

    private record Value(String text, boolean encrypted) {}

    /**
     * Adds a field.
     *
     * @throws InvalidRequestException if the client adds it by itself, if it was added before, or if no XML element can have
     *     such a name
     */
    public RawV2Call field(String name, String value) {
        return add(name, new Value(value, false));
    }

    /**
     * Adds a field whose value is encrypted with the gateway's public key, {@link WxPayConfig.Builder#encryptionKeyPem}.
     *
     * @throws InvalidRequestException as {@link #field} does
     */
    public RawV2Call encryptedField(String name, String value) {
        return add(name, new Value(value, true));
    }

    private RawV2Call add(String name, Value value) {
        if (!NAME.matcher(name).matches()) {
            throw refused(name, "must be the name of an XML element: letters, digits, _, . and -");
        }
        if (OURS.contains(name)) {
            throw refused(name, "is added by the client itself: leave it out");
        }
        if (fields.putIfAbsent(name, value) != null) {
            throw refused(name, "was added before: a field has one value");
        }
        return this;
    }

    private static InvalidRequestException refused(String name, String problem) {
        return new InvalidRequestException("The raw call", List.of(ForeignText.shown(name) + " " + problem));
    }

    /** Presents the merchant's client certificate. */
    public RawV2Call clientCertificate() {
        clientCertificate = true;
        return this;
    }

    /** Leaves {@code nonce_str} out, for an operation whose documentation has none in its request. */
    public RawV2Call withoutNonce() {
        nonceless = true;
        return this;
    }

    /**
     * Accepts a success without a signature, for an operation whose documentation shows none in its response: TLS alone
     * vouches for it then. A signature that is there must be right all the same.
     */
    public RawV2Call responseUnsigned() {
        responseUnsigned = true;
        return this;
    }

    /**
     * Names the elements of the response that have elements of their own, which no signature covers; a response with others
     * is refused.
     */
    public RawV2Call nestedElements(String... names) {
        nestedElements = names.clone();
        return this;
    }

    /**
     * Calls, and waits for the verified response. Its value is the XML as it came.
     *
     * @throws WxPayException if there is no verified response that reports success
     */
    public WxPayResponse<String> send() {
        return Futures.await(
                begin(), new OperationInfo(HttpMethod.POST, RawPath.shown(path), null), Advice.settle(operation()));
    }

    /** Same as {@link #send()}; the future fails with {@link WxPayException}, and cancelling it ends the exchange. */
    public CompletableFuture<WxPayResponse<String>> sendAsync() {
        return Futures.handOff(begin());
    }

    private CompletableFuture<WxPayResponse<String>> begin() {
        Message request = new RawFields(Map.copyOf(fields));
        try {
            Checks.requireValidV2(request);
        } catch (InvalidRequestException e) {
            return CompletableFuture.failedFuture(e);
        }
        Operation<Message, String> operation = operation();
        return Futures.map(
                caller.call(present -> present.call(operation, request, List.of(), options.settings())),
                RawCalls::text);
    }

    private Operation<Message, String> operation() {
        Operation.Builder<Message, String> operation = Operation.<Message, String>v2(
                        HttpMethod.POST, RawPath.shown(path), path, fields -> "")
                .uncertain(RawCalls.UNCERTAIN.toArray(String[]::new))
                .nestedElements(nestedElements);
        if (clientCertificate) {
            operation.traits(Trait.CLIENT_CERTIFICATE);
        }
        if (nonceless) {
            operation.traits(Trait.WITHOUT_NONCE);
        }
        if (responseUnsigned) {
            operation.traits(Trait.UNSIGNED_RESPONSE);
        }
        return operation.build();
    }

    /** The method and the path; the fields may hold personal data. */
    @Override
    public String toString() {
        return "POST " + RawPath.shown(path);
    }

    /** The fields as a request. */
    private static final class RawFields extends SentMessage {
        private final Map<String, Value> fields;

        RawFields(Map<String, Value> fields) {
            this.fields = fields;
        }

        @Override
        protected void writeFields(FieldWriter out) {
            fields.forEach((name, value) -> (value.encrypted() ? out.encrypted() : out).string(name, value.text()));
        }
    }
}
