package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Advice;
import io.github.wxpaycodegen.runtime.internal.client.ReloadableCaller;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * A call of v2 whose request is written by hand; see {@link RawCalls}. The client adds {@code nonce_str} and {@code
 * sign}. The field {@code sign_type} names the algorithm of the signature; without it, that is MD5. The request is
 * never sent twice. Not thread-safe.
 */
public final class RawV2Call {
    private static final Set<String> OURS = Set.of("nonce_str", "sign");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final ReloadableCaller caller;
    private final CallOptions options;
    private final RawErrors errors = new RawErrors();
    private final String path;
    private final Map<String, Value> fields = new LinkedHashMap<>();
    private String[] nestedElements = {};
    private boolean clientCertificate;
    private boolean nonceless;
    private boolean readOnly;
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
     * @throws InvalidRequestException if the client adds this field itself, if it was added before, or if its name is
     *     not a valid XML name
     * @throws NullPointerException if an argument is null; it names the field
     */
    public RawV2Call field(String name, String value) {
        return add(name, value, false);
    }

    /**
     * Adds a field whose value is encrypted with the gateway's public key, {@link
     * WxPayConfig.Builder#encryptionKeyPem}.
     *
     * @throws InvalidRequestException under the same conditions as {@link #field}
     */
    public RawV2Call encryptedField(String name, String value) {
        return add(name, value, true);
    }

    private RawV2Call add(String name, String value, boolean encrypted) {
        Objects.requireNonNull(name, "name of a field");
        Objects.requireNonNull(value, () -> "value of the field " + ForeignText.shown(name));
        if (!NAME.matcher(name).matches()) {
            throw refused(name, "must be a valid XML name: letters, digits, _, . and -");
        }
        if (OURS.contains(name)) {
            throw refused(name, "is added by the client: do not put it");
        }
        if (fields.putIfAbsent(name, new Value(value, encrypted)) != null) {
            throw refused(name, "was added before: add each field once");
        }
        return this;
    }

    private InvalidRequestException refused(String name, String problem) {
        InvalidRequestException refused = InvalidRequestException.builder("The raw call")
                .problem(ForeignText.shown(name) + " " + problem)
                .build();
        FailureDetails.during(refused, info());
        return refused;
    }

    private OperationInfo info() {
        return new OperationInfo(HttpMethod.POST, RawPath.shown(path), null);
    }

    /** Makes the call present the merchant's client certificate. */
    public RawV2Call clientCertificate() {
        clientCertificate = true;
        return this;
    }

    /** Omits {@code nonce_str}, for an operation whose documentation does not list it in the request. */
    public RawV2Call withoutNonce() {
        nonceless = true;
        return this;
    }

    /**
     * Accepts a successful response without a signature, for an operation whose documentation shows none. Only TLS
     * protects such a response. A signature that is present must be valid all the same.
     */
    public RawV2Call responseUnsigned() {
        responseUnsigned = true;
        return this;
    }

    /**
     * Names the response elements that contain elements, which no signature covers. A response with other such elements
     * is rejected.
     *
     * @throws NullPointerException if a name is null
     */
    public RawV2Call nestedElements(String... names) {
        for (String name : names) {
            Objects.requireNonNull(name, "name of a nested element");
        }
        nestedElements = names.clone();
        return this;
    }

    /**
     * Declares that the operation changes nothing, as a query does. An error is then {@link
     * io.github.wxpaycodegen.runtime.error.Outcome#REJECTED}, whatever its code.
     */
    public RawV2Call readOnly() {
        readOnly = true;
        return this;
    }

    /**
     * Adds an error code that the documentation of the operation lists, with advice for the caller. The code then proves
     * that the operation did not take effect, unless {@link #uncertain} names it. {@code SYSTEM_ERROR} and {@code
     * SYSTEMERROR} never prove that.
     *
     * @throws NullPointerException if an argument is null
     */
    public RawV2Call error(String code, String advice) {
        errors.add(code, advice);
        return this;
    }

    /**
     * Names error codes after which the outcome is unknown, although {@link #error} lists them or {@link
     * #rejectsUnlisted} is set. Without these two, all codes leave it unknown that an operation may return after it ran.
     *
     * @throws NullPointerException if a code is null
     */
    public RawV2Call uncertain(String... codes) {
        errors.addUncertain(codes);
        return this;
    }

    /**
     * Declares that every error code proves that the operation did not take effect, but those that {@link #uncertain}
     * names, {@code SYSTEM_ERROR} and {@code SYSTEMERROR}. Use it only if the documentation says so.
     */
    public RawV2Call rejectsUnlisted() {
        errors.rejectUnlisted();
        return this;
    }

    /**
     * Sends the request and waits for the verified response. Its value is the XML as received.
     *
     * @throws WxPayException if there is no verified response that reports success
     */
    public WxPayResponse<String> send() {
        return Futures.await(begin(), info(), () -> Advice.settle(operation(), null));
    }

    /** Same as {@link #send()}; the future fails with {@link WxPayException}, and canceling it cancels the call. */
    public CompletableFuture<WxPayResponse<String>> sendAsync() {
        return Futures.handOff(begin());
    }

    private CompletableFuture<WxPayResponse<String>> begin() {
        Message request = new RawFields(Map.copyOf(fields));
        try {
            Checks.requireValidV2(request);
        } catch (InvalidRequestException e) {
            FailureDetails.during(e, info());
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
                .nestedElements(nestedElements);
        errors.describe(operation, readOnly);
        if (readOnly) {
            operation.traits(Trait.READ_ONLY);
        }
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

    /** Returns the method and the path, but not the fields, which may contain personal data. */
    @Override
    public String toString() {
        return "POST " + RawPath.shown(path);
    }

    /** The fields in the form of a request message. */
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
