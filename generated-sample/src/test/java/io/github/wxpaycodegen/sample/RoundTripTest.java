package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.wire.FieldValueSource;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import io.github.wxpaycodegen.runtime.internal.wire.RequestParts;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Whatever a v3 response holds comes out again as it went in, unknown enum values and fields included. */
class RoundTripTest {
    private static final int DOCUMENTS_EACH = 5;

    @TestFactory
    Stream<DynamicTest> everyResponseClassKeepsRandomContent() throws Exception {
        Specs specs = TypedApi.bundledSpecs();
        Map<String, JsonNode> index = TypedApi.index();
        return specs.endpoints().stream()
                .filter(endpoint -> endpoint.protocol() == Protocol.V3)
                .flatMap(endpoint -> endpoint.operations().stream()
                        .filter(operation -> operation.response().kind() == ResponseKind.JSON)
                        .map(operation -> {
                            String key = operation.method() + " /" + endpoint.uri();
                            return DynamicTest.dynamicTest(
                                    key,
                                    () -> roundTrip(
                                            specs,
                                            operation.response().shape(),
                                            Class.forName(index.get(key)
                                                    .get("response")
                                                    .asString())));
                        }));
    }

    @TestFactory
    Stream<DynamicTest> everyResourceOfANotificationKeepsRandomContent() throws Exception {
        Specs specs = TypedApi.bundledSpecs();
        Map<String, JsonNode> index = TypedApi.notificationIndex();
        return specs.notifications().stream()
                .filter(notification -> notification.protocol() == Protocol.V3)
                .map(notification -> DynamicTest.dynamicTest(notification.path(), () -> {
                    String content =
                            index.get("v3 " + notification.id()).get("content").asString();
                    roundTrip(specs, notification.body(), Class.forName(content));
                }));
    }

    private static void roundTrip(Specs specs, ObjectShape shape, Class<?> responseClass) throws Exception {
        for (int seed = 0; seed < DOCUMENTS_EACH; seed++) {
            Map<String, Object> document = new RandomDocument(specs, seed).object(shape);
            Map<String, Object> received = new LinkedHashMap<>(document);
            received.put("field_of_tomorrow", Map.of("a", "b"));

            Message message = read(responseClass, received);

            assertThat(message.unknownFields().asMap())
                    .as("seed %s", seed)
                    .isEqualTo(Map.of("field_of_tomorrow", "{\"a\":\"b\"}"));
            assertThat(JsonDocument.write(JsonDocument.read(write(message))))
                    .as("seed %s", seed)
                    .isEqualTo(JsonDocument.write(document));
            assertThat(read(responseClass, received)).isEqualTo(message).hasSameHashCodeAs(message);
            assertThat(responseClass.getMethod("fromJson", String.class).invoke(null, message.toJson()))
                    .as("seed %s", seed)
                    .isEqualTo(message);
        }
    }

    private static Message read(Class<?> responseClass, Map<String, Object> document) throws Exception {
        FieldReader in = FieldReader.received(document, text -> text);
        return (Message) responseClass.getMethod("readFrom", FieldReader.class).invoke(null, in);
    }

    private static byte[] write(Message message) {
        return RequestParts.ofJson(message, false, new AsItIs()).json();
    }

    private static final class AsItIs implements FieldValueSource {
        @Override
        public @Nullable String configured(Fill fill) {
            return null;
        }

        @Override
        public String encrypt(String field, String plain) {
            return plain;
        }

        @Override
        public String sign(String field, String text) {
            return text;
        }

        @Override
        public byte[] content(String field, UploadFile file) {
            throw new AssertionError("a response has no file");
        }

        @Override
        public void problem(String problem) {
            throw new AssertionError(problem);
        }
    }
}
