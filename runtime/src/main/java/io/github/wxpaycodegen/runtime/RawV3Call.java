package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Advice;
import io.github.wxpaycodegen.runtime.internal.call.FieldCrypto;
import io.github.wxpaycodegen.runtime.internal.call.FileContents;
import io.github.wxpaycodegen.runtime.internal.client.ReloadableCaller;
import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import io.github.wxpaycodegen.runtime.internal.digest.FileDigests;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.internal.v3.V3Request;
import io.github.wxpaycodegen.runtime.internal.wire.FilePart;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import io.github.wxpaycodegen.runtime.internal.wire.PercentEncoding;
import io.github.wxpaycodegen.runtime.internal.wire.RequestParts.Parameter;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A call of v3 whose request is written by hand; see {@link RawCalls}. Not thread-safe. */
public final class RawV3Call {
    private static final Pattern PART_NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final ReloadableCaller caller;
    private final CallOptions options;
    private final RawErrors errors = new RawErrors();
    private final HttpMethod method;
    private final String path;
    private final List<Parameter> query = new ArrayList<>();
    private @Nullable Function<Encryption, String> json;
    private @Nullable FileField file;
    private boolean idempotent;
    private boolean readOnly;
    private boolean accepted;

    RawV3Call(ReloadableCaller caller, CallOptions options, HttpMethod method, String path) {
        this.caller = caller;
        this.options = options;
        this.method = method;
        this.path = path;
    }

    private record FileField(String name, UploadFile file) {}

    /** Encrypts sensitive values with the gateway key that the request names in {@code Wechatpay-Serial}. */
    @FunctionalInterface
    public interface Encryption {
        /**
         * Returns the ciphertext in Base64.
         *
         * @throws InvalidRequestException if the text is too long for the key, or no gateway key is configured
         */
        String encrypt(String text);
    }

    /**
     * Adds a query parameter, which the client percent-encodes. The same name may be added several times.
     *
     * @throws NullPointerException if an argument is null; it names the parameter
     */
    public RawV3Call query(String name, String value) {
        Objects.requireNonNull(name, "name of a query parameter");
        Objects.requireNonNull(value, () -> "value of the query parameter " + ForeignText.shown(name));
        query.add(new Parameter(name, value));
        return this;
    }

    /**
     * Sets the body: a JSON object, which is signed and sent unchanged, in UTF-8.
     *
     * @throws NullPointerException if the body is null
     */
    public RawV3Call json(String body) {
        Objects.requireNonNull(body, "json");
        return json(encryption -> body);
    }

    /**
     * Sets a function that returns the body and encrypts the sensitive values in it:
     * {@code json(key -> "{\"user_name\":\"" + key.encrypt("张三") + "\"}")}. It runs once, when the call is sent, and must
     * not block. If it throws an exception or returns null, the call fails with {@link InvalidRequestException} before
     * anything is sent.
     *
     * @throws NullPointerException if the function is null
     * @throws IllegalArgumentException if the body was set before
     */
    public RawV3Call json(Function<Encryption, String> body) {
        Objects.requireNonNull(body, "json");
        if (json != null) {
            throw new IllegalArgumentException("json was set before; a request has one body");
        }
        json = body;
        return this;
    }

    /**
     * Uploads a file, as {@code multipart/form-data}. The part before it is {@code meta}: the JSON of {@link #json}, or else
     * {@code {"filename":"…","sha256":"…"}} with the name and the digest of the file. The signature covers that part.
     *
     * @param name of the part, {@code file} on all pages of WeChat Pay
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the file was set before
     */
    public RawV3Call file(String name, UploadFile value) {
        Objects.requireNonNull(name, "name of the part");
        Objects.requireNonNull(value, "file");
        if (file != null) {
            throw new IllegalArgumentException("file was set before; a request has one file");
        }
        file = new FileField(name, value);
        return this;
    }

    /**
     * Declares that the request is idempotent, because it contains a number of the merchant's own that identifies the
     * operation. The client repeats a write only if it is idempotent; it may always repeat a GET. {@link
     * WxPayConfig.Builder#maxAttempts} limits the attempts.
     */
    public RawV3Call idempotent() {
        idempotent = true;
        return this;
    }

    /**
     * Declares that the operation changes nothing, as a query does. An error is then {@link
     * io.github.wxpaycodegen.runtime.error.Outcome#REJECTED}, whatever its code.
     */
    public RawV3Call readOnly() {
        readOnly = true;
        return this;
    }

    /**
     * Declares that status 202 without an error code is the operation's success: the gateway has taken the request, and
     * carries it out later. After other operations, 202 leaves the outcome unknown.
     */
    public RawV3Call accepted() {
        accepted = true;
        return this;
    }

    /**
     * Adds an error code that the documentation of the operation lists, with advice for the caller. The code then proves
     * that the operation did not take effect, unless {@link #uncertain} names it. {@code SYSTEM_ERROR} and {@code
     * SYSTEMERROR} never prove that.
     *
     * @throws NullPointerException if an argument is null
     */
    public RawV3Call error(String code, String advice) {
        errors.add(code, advice);
        return this;
    }

    /**
     * Names error codes after which the outcome is unknown, although {@link #error} lists them or {@link
     * #rejectsUnlisted} is set. Without these two, all codes leave it unknown that an operation may return after it ran.
     *
     * @throws NullPointerException if a code is null
     */
    public RawV3Call uncertain(String... codes) {
        errors.addUncertain(codes);
        return this;
    }

    /**
     * Declares that every error code proves that the operation did not take effect, but those that {@link #uncertain}
     * names, {@code SYSTEM_ERROR} and {@code SYSTEMERROR}. Use it only if the documentation says so.
     */
    public RawV3Call rejectsUnlisted() {
        errors.rejectUnlisted();
        return this;
    }

    /**
     * Sends the request and waits for the verified response. Its value is the body as text, which may be empty.
     * Encrypted fields in it stay encrypted.
     *
     * @throws WxPayException if there is no verified response that reports success
     */
    public WxPayResponse<String> send() {
        return Futures.await(
                begin(), new OperationInfo(method, RawPath.shown(path), null), () -> Advice.settle(operation(), null));
    }

    /** Same as {@link #send()}; the future fails with {@link WxPayException}, and canceling it cancels the call. */
    public CompletableFuture<WxPayResponse<String>> sendAsync() {
        return Futures.handOff(begin());
    }

    private CompletableFuture<WxPayResponse<String>> begin() {
        String target = path + PercentEncoding.query(query);
        Function<Encryption, String> body = json;
        FileField upload = file;
        Operation<Message, String> operation = operation();
        return Futures.map(
                caller.call(present ->
                        present.call(operation, key -> request(target, body, upload, key), options.settings())),
                RawCalls::text);
    }

    private Operation<Message, String> operation() {
        Operation.Builder<Message, String> operation = Operation.<Message, String>v3(
                        method, RawPath.shown(path), fields -> "")
                .traits(Trait.NO_CONTENT);
        errors.describe(operation, readOnly || method == HttpMethod.GET);
        if (accepted) {
            operation.traits(Trait.ACCEPTED);
        }
        if (method == HttpMethod.GET || readOnly) {
            operation.traits(Trait.READ_ONLY);
        }
        if (idempotent) {
            operation.traits(Trait.IDEMPOTENT);
        }
        return operation.build();
    }

    private V3Request request(
            String target,
            @Nullable Function<Encryption, String> body,
            @Nullable FileField upload,
            Optional<GatewayKey> key) {
        if (body == null && upload == null) {
            return V3Request.ofTarget(target);
        }
        List<String> problems = new ArrayList<>();
        FilePart part = upload == null ? null : part(upload, problems);
        byte[] json = body == null && part != null ? meta(part) : json(Objects.requireNonNull(body), key, problems);
        if (method == HttpMethod.GET) {
            problems.add(
                    (part == null ? "json" : "file") + ": a GET has no body; pass parameters to query(name, value)");
        }
        if (!problems.isEmpty()) {
            throw InvalidRequestException.builder("The raw call")
                    .problems(problems)
                    .build();
        }
        return upload == null || part == null
                ? V3Request.ofJson(target, json)
                : V3Request.ofUpload(
                        target, json, upload.name(), part, UUID.randomUUID().toString());
    }

    private static FilePart part(FileField upload, List<String> problems) {
        UploadFile file = upload.file();
        if (!PART_NAME.matcher(upload.name()).matches()) {
            problems.add("file: the name of the part must consist of letters, digits, _ and - (was \""
                    + ForeignText.shown(upload.name()) + "\")");
        }
        return new FilePart(file.name(), file.mediaType(), new FileContents(problems::add).of(upload.name(), file));
    }

    private static byte[] meta(FilePart part) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("filename", part.fileName());
        meta.put("sha256", FileDigests.hex(Digest.SHA256, part.content()));
        return JsonDocument.write(meta).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Function<Encryption, String> body, Optional<GatewayKey> key, List<String> problems) {
        FieldCrypto crypto = new FieldCrypto(key.map(GatewayKey::key).orElse(null), problems::add);
        byte[] bytes = text(body, text -> crypto.encrypt("json", text)).getBytes(StandardCharsets.UTF_8);
        try {
            JsonDocument.read(bytes);
        } catch (IllegalArgumentException e) {
            problems.add("json: " + e.getMessage());
        }
        return bytes;
    }

    /** Names the class of a failure only: its message may contain the personal data of the request. */
    private static String text(Function<Encryption, String> body, Encryption encryption) {
        String text;
        try {
            text = body.apply(encryption);
        } catch (WxPayException e) {
            throw e;
        } catch (RuntimeException e) {
            throw InvalidRequestException.builder("The raw call")
                    .problem("json: the function failed with " + e.getClass().getName()
                            + ", the cause of this exception")
                    .cause(e)
                    .build();
        }
        if (text == null) {
            throw InvalidRequestException.builder("The raw call")
                    .problem("json: the function must return a JSON object (was null)")
                    .build();
        }
        return text;
    }

    /** Returns the method and the path, but not the query and the body, which may contain personal data. */
    @Override
    public String toString() {
        return method + " " + RawPath.shown(path);
    }
}
