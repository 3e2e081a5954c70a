package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole requests, responses and notifications have a typed place for every field, and none is refused. */
class DocumentsTest {
    @TestFactory
    Stream<DynamicTest> documentIsClean() throws IOException {
        Map<String, JsonNode> operations = TypedApi.index();
        Map<String, JsonNode> notifications = TypedApi.notificationIndex();
        try (InputStream in = DocumentsTest.class.getResourceAsStream("/documents/documents.json")) {
            JsonNode documents = new JsonMapper().readTree(in);
            return StreamSupport.stream(documents.spliterator(), false)
                    .map(entry -> DynamicTest.dynamicTest(entry.get("name").asString(), () -> assertThat(
                                    TypedDocument.of(entry, operations, notifications)
                                            .problems())
                            .isEmpty()));
        }
    }
}
