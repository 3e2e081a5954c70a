package io.github.wxpaycodegen.cli.call;

import io.github.wxpaycodegen.cli.catalog.Catalog;
import io.github.wxpaycodegen.cli.catalog.CatalogEntry;
import io.github.wxpaycodegen.cli.catalog.WireTrait;
import io.github.wxpaycodegen.cli.json.Json;
import io.github.wxpaycodegen.cli.settings.ClientSettings;
import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.GeneratedClient;
import io.github.wxpaycodegen.runtime.RawV2Call;
import io.github.wxpaycodegen.runtime.RawV3Call;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a call with a request written by hand, as {@code pay.raw()} does, and reports its outcome. */
public final class RawCaller implements AutoCloseable {
    private static final String USUAL_HOST = "https://api.mch.weixin.qq.com";

    private final WxPayClient client;
    private final String usualHost;

    /**
     * Creates a caller.
     *
     * @param target the operation, whose own hosts may be called
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if a setting is wrong
     */
    public RawCaller(ClientSettings settings, CallTarget target) {
        WxPayConfig.Builder config = settings.builder();
        target.known().ifPresent(entry -> {
            entry.host().ifPresent(host -> config.allowHost(URI.create(host)));
            entry.alternativeHosts().forEach(host -> config.allowHost(URI.create(host)));
        });
        client = WxPayClient.create(
                config.build(),
                GeneratedClient.ofLevel(1)
                        .v2Advice(Catalog.sharedErrors(true)::get)
                        .v3Advice(Catalog.sharedErrors(false)::get)
                        .build());
        usualHost = settings.find("host").orElse(USUAL_HOST);
    }

    /**
     * Makes the call. A failure of the call is a report too.
     *
     * @param host the host to call; null for that of the operation
     * @throws IOException if a file cannot be read or written
     * @throws IllegalArgumentException if the request does not fit the operation; nothing was sent
     */
    public CallReport call(CallTarget target, CallRequest request, @Nullable URI host) throws IOException {
        Optional<URI> chosen = Optional.ofNullable(host)
                .or(() -> target.known().flatMap(CatalogEntry::host).map(URI::create));
        ApiContext context = client.context();
        ApiContext present = chosen.isPresent() ? context.with(options -> options.host(chosen.get())) : context;
        refuseUnsupported(target, request);
        WxPayResponse<String> response;
        try {
            if (target.has(WireTrait.STREAM)) {
                return stream(present, target, request, chosen);
            }
            response = target.v2() ? v2(present, target, request) : v3(present, target, request);
        } catch (WxPayException e) {
            return CallReport.of(e);
        }
        Path download = request.download();
        if (download == null) {
            return CallReport.of(response, null);
        }
        try {
            return CallReport.of(response, save(present, response, download));
        } catch (InvalidResponseException e) {
            return CallReport.withoutFile(
                    response, download + " was not stored: " + e.getMessage(), CallReport.Loss.NOT_AUTHENTIC);
        } catch (IOException | WxPayException | IllegalArgumentException e) {
            // The call took effect: its result must not be lost to a problem of the file.
            return CallReport.withoutFile(
                    response, download + " could not be stored: " + e.getMessage(), CallReport.Loss.NOT_STORED);
        }
    }

    private static void refuseUnsupported(CallTarget target, CallRequest request) {
        String typed = ": use the typed client, "
                + target.known().map(CatalogEntry::java).orElse("");
        if (target.has(WireTrait.REDIRECT)) {
            throw new IllegalArgumentException("the operation is a URL for a browser" + typed);
        }
        if (target.has(WireTrait.WORKWX)) {
            throw new IllegalArgumentException("the request has a second signature" + typed);
        }
        if (target.v2()
                && (target.has(WireTrait.UPLOAD)
                        || target.has(WireTrait.JSON_BODY)
                        || target.has(WireTrait.JSON_RESPONSE)
                        || target.has(WireTrait.STREAM)
                        || target.has(WireTrait.UNSIGNED_REQUEST))) {
            throw new IllegalArgumentException("the operation is not plain signed XML" + typed);
        }
        if (target.v2() && (request.upload() != null || !request.query().isEmpty())) {
            throw new IllegalArgumentException("a v2 request has only a body: no query and no file");
        }
        SensitiveFields sensitive = sensitive(target);
        request.query().stream()
                .map(Map.Entry::getKey)
                .filter(sensitive::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            name + " is encrypted, which is possible only in a body" + typed);
                });
        if (target.has(WireTrait.STREAM) && request.download() == null) {
            throw new IllegalArgumentException("the response is a file: name where to store it with --out");
        }
    }

    private static SensitiveFields sensitive(CallTarget target) {
        return new SensitiveFields(
                target.known().map(CatalogEntry::encryptedFields).orElse(List.of()));
    }

    private static WxPayResponse<String> v3(ApiContext context, CallTarget target, CallRequest request)
            throws IOException {
        RawV3Call call = context.raw().v3(target.method(), target.path());
        request.query().forEach(parameter -> call.query(parameter.getKey(), parameter.getValue()));
        String body = request.body();
        if (body != null) {
            SensitiveFields sensitive = sensitive(target);
            if (sensitive.firstIn(body).isPresent()) {
                call.json(key -> sensitive.encrypt(body, key::encrypt));
            } else {
                call.json(body);
            }
        }
        if (request.upload() != null) {
            try {
                call.file("file", UploadFile.of(request.upload()));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        if (target.has(WireTrait.IDEMPOTENT)) {
            call.idempotent();
        }
        if (target.has(WireTrait.READ_ONLY)) {
            call.readOnly();
        }
        if (target.has(WireTrait.ACCEPTED)) {
            call.accepted();
        }
        errors(target).forEach(call::error);
        Set<String> uncertain = uncertain(target);
        call.uncertain(uncertain.toArray(String[]::new));
        if (!uncertain.contains(Operation.UNLISTED)) {
            call.rejectsUnlisted();
        }
        return call.send();
    }

    private static WxPayResponse<String> v2(ApiContext context, CallTarget target, CallRequest request) {
        RawV2Call call = context.raw().v2(target.path());
        SensitiveFields sensitive = sensitive(target);
        fields(request.body()).forEach((name, value) -> {
            if (sensitive.contains(name)) {
                call.encryptedField(name, value);
            } else {
                call.field(name, value);
            }
        });
        target.known().ifPresent(entry -> {
            if (entry.needsClientCertificate()) {
                call.clientCertificate();
            }
            call.nestedElements(entry.nestedElements().toArray(String[]::new));
        });
        errors(target).forEach(call::error);
        Set<String> uncertain = uncertain(target);
        call.uncertain(uncertain.toArray(String[]::new));
        if (!uncertain.contains(Operation.UNLISTED)) {
            call.rejectsUnlisted();
        }
        if (target.has(WireTrait.WITHOUT_NONCE)) {
            call.withoutNonce();
        }
        if (target.has(WireTrait.UNSIGNED_RESPONSE)) {
            call.responseUnsigned();
        }
        if (target.has(WireTrait.READ_ONLY)) {
            call.readOnly();
        }
        return call.send();
    }

    /**
     * Returns the codes that a write lists, or shares without being uncertain after them, with advice. Those that a query
     * shares have the advice of all queries.
     */
    private static Map<String, String> errors(CallTarget target) {
        CatalogEntry entry = target.known().orElse(null);
        if (entry == null) {
            return Map.of();
        }
        if (entry.has(WireTrait.READ_ONLY)) {
            return entry.errors();
        }
        Map<String, String> errors = new LinkedHashMap<>(Catalog.sharedErrors(entry.isV2()));
        // What is shared is advice for a rejected request.
        errors.keySet().removeAll(entry.uncertainErrors());
        errors.putAll(entry.errors());
        return errors;
    }

    /**
     * Returns the codes after which the outcome is unknown. For an operation without a spec, these are all that are not
     * listed: nobody could follow the advice to declare codes, which is for callers in Java.
     */
    private static Set<String> uncertain(CallTarget target) {
        return target.known()
                .map(CatalogEntry::uncertainErrors)
                .map(Set::copyOf)
                .orElse(Set.of(Operation.UNLISTED));
    }

    private static Map<String, String> fields(@Nullable String body) {
        if (body == null) {
            return Map.of();
        }
        if (!(Json.read(body) instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("the body must be a JSON object, {\"out_trade_no\": \"A1\"}");
        }
        return members.entrySet().stream()
                .collect(Collectors.toMap(
                        member -> (String) member.getKey(),
                        member -> text((String) member.getKey(), member.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static String text(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        throw new IllegalArgumentException(
                name + " must be a text or a number: a v2 field that contains JSON is written as a text");
    }

    /** Fetches a response that is a file. Its content is not signed, so the link is called as one of a response is. */
    private CallReport stream(ApiContext context, CallTarget target, CallRequest request, Optional<URI> host) {
        String query = request.query().stream()
                .map(parameter ->
                        PercentEncoding.of(parameter.getKey()) + "=" + PercentEncoding.of(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String base = host.map(URI::toString).orElse(usualHost).replaceFirst("/$", "");
        String url = base + target.path() + (query.isEmpty() ? "" : "?" + query);
        return CallReport.of(context.downloads().fetch(FileLink.of(url), Objects.requireNonNull(request.download())));
    }

    /** Stores the file that a response links to, or else the response. */
    private static @Nullable SavedFile save(ApiContext context, WxPayResponse<String> response, Path download)
            throws IOException {
        Optional<FileLink> link = link(response.value());
        if (link.isPresent()) {
            return context.downloads().fetch(link.get(), download);
        }
        Files.write(download, response.rawBody(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return null;
    }

    private static Optional<FileLink> link(String body) {
        Object value;
        try {
            value = Json.read(body);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> fields && fields.get("download_url") instanceof String url) {
            return Optional.of(
                    fields.get("hash_type") instanceof String type && fields.get("hash_value") instanceof String hash
                            ? FileLink.of(url, type, hash)
                            : FileLink.of(url));
        }
        return Optional.empty();
    }

    /** Closes the connections. */
    @Override
    public void close() {
        client.close();
    }
}
