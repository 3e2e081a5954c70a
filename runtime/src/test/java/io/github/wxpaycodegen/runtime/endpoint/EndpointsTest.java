package io.github.wxpaycodegen.runtime.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.V3Gateway;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.message.ExtraFields;
import io.github.wxpaycodegen.runtime.message.RequestBuilder;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.PageFields;
import io.github.wxpaycodegen.runtime.operation.PagedOperation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.TypedOperation;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The calls that generated interfaces inherit. */
class EndpointsTest {
    private static final Sent REQUEST = Sent.with(out -> {}).putField("id", "7").build();

    private final V3Gateway gateway = new V3Gateway();

    private ApiContext context() {
        return gateway.client(config -> config.v2Key("192006250b4c09247ec02edce69f6a2d"))
                .context();
    }

    /** The interface of a URI with every method, as it is emitted. */
    private interface Things
            extends Get.RequestOptional<Sent, Sent.Builder, Map<String, String>>,
                    Post.RequestOptional<Sent, Sent.Builder, Map<String, String>>,
                    Put.RequestOptional<Sent, Sent.Builder, Map<String, String>>,
                    Patch.RequestOptional<Sent, Sent.Builder, Map<String, String>>,
                    Delete.RequestOptional<Sent, Sent.Builder, Map<String, String>> {
        @Override
        default TypedOperation<Sent, Sent.Builder, Map<String, String>> getOperation() {
            return operation(HttpMethod.GET);
        }

        @Override
        default TypedOperation<Sent, Sent.Builder, Map<String, String>> postOperation() {
            return operation(HttpMethod.POST);
        }

        @Override
        default TypedOperation<Sent, Sent.Builder, Map<String, String>> putOperation() {
            return operation(HttpMethod.PUT);
        }

        @Override
        default TypedOperation<Sent, Sent.Builder, Map<String, String>> patchOperation() {
            return operation(HttpMethod.PATCH);
        }

        @Override
        default TypedOperation<Sent, Sent.Builder, Map<String, String>> deleteOperation() {
            return operation(HttpMethod.DELETE);
        }

        private static TypedOperation<Sent, Sent.Builder, Map<String, String>> operation(HttpMethod method) {
            return new TypedOperation<>(
                    () -> Sent.with(out -> {}),
                    Operation.<Sent, Map<String, String>>v3(method, "/v3/things", Read::readFrom)
                            .build());
        }
    }

    private interface Files
            extends Get.RequestOptional<Sent, Sent.Builder, DownloadedFile>,
                    Download.RequestOptional<Sent, Sent.Builder> {
        TypedOperation<Sent, Sent.Builder, DownloadedFile> GET = new TypedOperation<>(
                () -> Sent.with(out -> {}),
                Operation.<Sent>v3File(HttpMethod.GET, "/v3/file")
                        .traits(Trait.UNSIGNED_RESPONSE)
                        .build());

        @Override
        default TypedOperation<Sent, Sent.Builder, DownloadedFile> getOperation() {
            return GET;
        }

        @Override
        default TypedOperation<Sent, Sent.Builder, DownloadedFile> downloadOperation() {
            return GET;
        }
    }

    private interface Pages extends Redirect.RequestOptional<Sent, Sent.Builder> {
        TypedOperation<Sent, Sent.Builder, URI> GET = new TypedOperation<>(
                () -> Sent.with(out -> {}),
                Operation.<Sent>v2Redirect("/v2/page", "/page").build());

        @Override
        default TypedOperation<Sent, Sent.Builder, URI> getOperation() {
            return GET;
        }
    }

    private static void fields(Sent.Builder request) {
        request.putField("id", "7");
    }

    /** The twelve forms in which a method is called. */
    private record Forms(
            Function<Things, Map<String, String>> empty,
            BiFunction<Things, Sent, Map<String, String>> request,
            BiFunction<Things, Consumer<Sent.Builder>, Map<String, String>> lambda,
            Function<Things, CompletableFuture<Map<String, String>>> emptyAsync,
            BiFunction<Things, Sent, CompletableFuture<Map<String, String>>> requestAsync,
            BiFunction<Things, Consumer<Sent.Builder>, CompletableFuture<Map<String, String>>> lambdaAsync,
            Function<Things, WxPayResponse<Map<String, String>>> emptyResponse,
            BiFunction<Things, Sent, WxPayResponse<Map<String, String>>> requestResponse,
            BiFunction<Things, Consumer<Sent.Builder>, WxPayResponse<Map<String, String>>> lambdaResponse,
            Function<Things, CompletableFuture<WxPayResponse<Map<String, String>>>> emptyResponseAsync,
            BiFunction<Things, Sent, CompletableFuture<WxPayResponse<Map<String, String>>>> requestResponseAsync,
            BiFunction<Things, Consumer<Sent.Builder>, CompletableFuture<WxPayResponse<Map<String, String>>>>
                    lambdaResponseAsync) {
        static Forms of(HttpMethod method) {
            return switch (method) {
                case GET ->
                    new Forms(
                            Things::get,
                            Things::get,
                            Things::get,
                            Things::getAsync,
                            Things::getAsync,
                            Things::getAsync,
                            Things::getResponse,
                            Things::getResponse,
                            Things::getResponse,
                            Things::getResponseAsync,
                            Things::getResponseAsync,
                            Things::getResponseAsync);
                case POST ->
                    new Forms(
                            Things::post,
                            Things::post,
                            Things::post,
                            Things::postAsync,
                            Things::postAsync,
                            Things::postAsync,
                            Things::postResponse,
                            Things::postResponse,
                            Things::postResponse,
                            Things::postResponseAsync,
                            Things::postResponseAsync,
                            Things::postResponseAsync);
                case PUT ->
                    new Forms(
                            Things::put,
                            Things::put,
                            Things::put,
                            Things::putAsync,
                            Things::putAsync,
                            Things::putAsync,
                            Things::putResponse,
                            Things::putResponse,
                            Things::putResponse,
                            Things::putResponseAsync,
                            Things::putResponseAsync,
                            Things::putResponseAsync);
                case PATCH ->
                    new Forms(
                            Things::patch,
                            Things::patch,
                            Things::patch,
                            Things::patchAsync,
                            Things::patchAsync,
                            Things::patchAsync,
                            Things::patchResponse,
                            Things::patchResponse,
                            Things::patchResponse,
                            Things::patchResponseAsync,
                            Things::patchResponseAsync,
                            Things::patchResponseAsync);
                case DELETE ->
                    new Forms(
                            Things::delete,
                            Things::delete,
                            Things::delete,
                            Things::deleteAsync,
                            Things::deleteAsync,
                            Things::deleteAsync,
                            Things::deleteResponse,
                            Things::deleteResponse,
                            Things::deleteResponse,
                            Things::deleteResponseAsync,
                            Things::deleteResponseAsync,
                            Things::deleteResponseAsync);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(HttpMethod.class)
    @SuppressWarnings("NullAway") // callers without null checks pass it
    void eachFormNamesRequestThatIsNull(HttpMethod method) {
        Forms forms = Forms.of(method);
        ApiContext context = context();
        Things things = () -> context;

        for (ThrowingCallable form : List.<ThrowingCallable>of(
                () -> forms.request().apply(things, null),
                () -> forms.requestAsync().apply(things, null),
                () -> forms.requestResponse().apply(things, null),
                () -> forms.requestResponseAsync().apply(things, null),
                () -> forms.lambda().apply(things, null),
                () -> forms.lambdaAsync().apply(things, null),
                () -> forms.lambdaResponse().apply(things, null),
                () -> forms.lambdaResponseAsync().apply(things, null))) {
            assertThatNullPointerException().isThrownBy(form).withMessage("request");
        }
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // callers without null checks pass it
    void listNamesRequestThatIsNull() {
        TypedOperation<Sent, Sent.Builder, Map<String, String>> query = Things.operation(HttpMethod.GET);
        PageFields<Sent, Map<String, String>, String> fields = PageFields.byToken(
                "token",
                request -> null,
                (request, token) -> request,
                "items",
                response -> List.of(),
                response -> null);
        PagedOperation<Sent, Sent.Builder, Map<String, String>, String> list =
                new PagedOperation<>(query, request -> {}, fields);

        assertThatNullPointerException().isThrownBy(() -> list.request(null)).withMessage("request");
    }

    @ParameterizedTest
    @EnumSource(HttpMethod.class)
    void eachFormCallsItsMethodWithItsRequest(HttpMethod method) {
        for (int call = 0; call < 12; call++) {
            gateway.answer(200, "{\"state\":\"DONE\"}");
        }
        Forms forms = Forms.of(method);
        ApiContext context = context();
        Things things = () -> context;

        assertThat(List.of(
                        forms.empty().apply(things),
                        forms.emptyAsync().apply(things).join(),
                        forms.emptyResponse().apply(things).value(),
                        forms.emptyResponseAsync().apply(things).join().value(),
                        forms.request().apply(things, REQUEST),
                        forms.requestAsync().apply(things, REQUEST).join(),
                        forms.requestResponse().apply(things, REQUEST).value(),
                        forms.requestResponseAsync()
                                .apply(things, REQUEST)
                                .join()
                                .value(),
                        forms.lambda().apply(things, EndpointsTest::fields),
                        forms.lambdaAsync().apply(things, EndpointsTest::fields).join(),
                        forms.lambdaResponse()
                                .apply(things, EndpointsTest::fields)
                                .value(),
                        forms.lambdaResponseAsync()
                                .apply(things, EndpointsTest::fields)
                                .join()
                                .value()))
                .containsOnly(Map.of("state", "DONE"));

        List<TransportRequest> sent = gateway.sent();
        assertThat(sent).extracting(TransportRequest::method).containsOnly(method.name());
        assertThat(sent.subList(0, 4)).noneMatch(EndpointsTest::hasId);
        assertThat(sent.subList(4, 12)).allMatch(EndpointsTest::hasId);
    }

    private static boolean hasId(TransportRequest request) {
        String body = request.body() == null ? "" : new String(request.body(), StandardCharsets.UTF_8);
        return (request.uri().getQuery() + body).contains("id");
    }

    @Test
    void failureIsThrownOrFailsTheFuture() {
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\"}");
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\"}");
        ApiContext context = context();
        Things things = () -> context;

        assertThatThrownBy(things::post).isInstanceOf(GatewayException.class);
        assertThat(things.postAsync())
                .failsWithin(Duration.ofMinutes(5))
                .withThrowableThat()
                .withCauseInstanceOf(GatewayException.class);
    }

    @ParameterizedTest
    @EnumSource(HttpMethod.class)
    void invalidRequestFailsTheFuture(HttpMethod method) {
        Forms forms = Forms.of(method);
        ApiContext context = context();
        Things things = () -> context;
        Files files = () -> context;
        Consumer<Sent.Builder> invalid = request -> request.putField("a b", 1);

        for (CompletableFuture<?> call : List.of(
                forms.lambdaAsync().apply(things, invalid),
                forms.lambdaResponseAsync().apply(things, invalid),
                files.downloadAsync(invalid, Path.of("none")))) {
            assertThat(call)
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void eachFormOfADownloadSavesTheFile(@TempDir Path folder) {
        for (int call = 0; call < 6; call++) {
            gateway.answerFile(200, "a,b\n".getBytes(StandardCharsets.UTF_8));
        }
        ApiContext context = context();
        Files files = () -> context;

        assertThat(List.of(
                        files.download(folder.resolve("1")).path(),
                        files.download(REQUEST, folder.resolve("2")).path(),
                        files.download(EndpointsTest::fields, folder.resolve("3"))
                                .path(),
                        files.downloadAsync(folder.resolve("4")).join().path(),
                        files.downloadAsync(REQUEST, folder.resolve("5")).join().path(),
                        files.downloadAsync(EndpointsTest::fields, folder.resolve("6"))
                                .join()
                                .path()))
                .allSatisfy(path -> assertThat(path).hasContent("a,b\n"));
        assertThat(gateway.sent()).filteredOn(EndpointsTest::hasId).hasSize(4);
    }

    @Test
    void redirectIsAUrlAndCallsNothing() {
        ApiContext context = context();
        Pages pages = () -> context;

        assertThat(pages.get(REQUEST)).hasPath("/page").hasParameter("id", "7").hasParameter("sign");
        assertThat(pages.get(EndpointsTest::fields)).hasParameter("id", "7");
        assertThat(pages.get()).hasNoParameter("id");
        assertThat(gateway.sent()).isEmpty();
    }

    /** A builder whose request is invalid. */
    private static final class InvalidBuilder extends RequestBuilder<InvalidBuilder, Sent> {
        private final InvalidRequestException invalid;

        InvalidBuilder(InvalidRequestException invalid) {
            super(ExtraFields.NONE);
            this.invalid = invalid;
        }

        @Override
        public Sent build() {
            throw invalid;
        }
    }

    /** The builder alone does not know which operation it is for. */
    @Test
    void invalidRequestOfLambdaNamesItsOperation() {
        InvalidRequestException invalid = InvalidRequestException.builder("ThingsRequest")
                .problem("id is required")
                .build();
        assertThat(invalid.operation()).isNull();
        TypedOperation<Sent, InvalidBuilder, Map<String, String>> operation = new TypedOperation<>(
                () -> new InvalidBuilder(invalid),
                Things.operation(HttpMethod.POST).operation());

        assertThatThrownBy(() -> operation.request(fields -> {})).isSameAs(invalid);
        assertThat(invalid.operation()).hasToString("POST /v3/things");
        assertThatThrownBy(operation::emptyRequest).isSameAs(invalid);
    }

    /** As a test of a server stubs a call: the other forms lead to it. */
    @Test
    void formThatIsStubbedServesTheOthers() {
        Things stub = new Things() {
            @Override
            public ApiContext context() {
                throw new AssertionError("nothing is called");
            }

            @Override
            public Map<String, String> post(Sent request) {
                return Map.of("put", request.putFields().toString());
            }
        };

        assertThat(stub.post(EndpointsTest::fields)).isEqualTo(stub.post(REQUEST));
        assertThat(stub.post()).isEqualTo(stub.post(Sent.with(out -> {}).build()));
    }
}
