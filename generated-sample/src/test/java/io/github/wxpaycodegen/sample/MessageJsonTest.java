package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every generated message can be stored as JSON and is the same when it is read again. */
class MessageJsonTest {
    private static final int MESSAGES_EACH = 3;

    @Test
    void everyMessageClassRoundTripsAsJson() throws Exception {
        List<Class<? extends Message>> classes = messageClasses();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        classes.parallelStream().forEach(type -> {
            for (int seed = 0; seed < MESSAGES_EACH; seed++) {
                String at = type.getName() + " by seed " + seed;
                try {
                    compare(at, new RandomMessage(seed * 31L + type.getName().hashCode()).of(type), failures);
                } catch (ReflectiveOperationException | RuntimeException e) {
                    failures.add(at + ": " + e + " " + e.getCause());
                }
            }
        });

        assertThat(failures).isEmpty();
        assertThat(classes).hasSizeGreaterThan(2700);
    }

    /** Exactly, where decimal numbers are not read as doubles. */
    @Test
    void jacksonRoundTripsEveryMessageClass() throws Exception {
        ObjectMapper two = new ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        JsonMapper three = JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        messageClasses().parallelStream().forEach(type -> {
            try {
                Message message = new RandomMessage(type.getName().hashCode()).of(type);
                if (!two.readValue(two.writeValueAsString(message), type).equals(message)) {
                    failures.add("Jackson 2: " + two.writeValueAsString(message));
                }
                if (!three.readValue(three.writeValueAsString(message), type).equals(message)) {
                    failures.add("Jackson 3: " + three.writeValueAsString(message));
                }
            } catch (ReflectiveOperationException | IOException | RuntimeException e) {
                failures.add(type + ": " + e);
            }
        });

        assertThat(failures).isEmpty();
    }

    /** What {@code fromJson} makes of a body of the gateway, decrypted, is what a call returns. */
    @Test
    void everyResponseAndNotificationHasAJsonFixture() throws Exception {
        Specs specs = TypedApi.bundledSpecs();
        Map<String, JsonNode> operations = TypedApi.index();
        Map<String, JsonNode> notifications = TypedApi.notificationIndex();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        int documents = 0;
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                String key = operation.method() + " /" + endpoint.uri();
                JsonNode type = operations.get(key).get("response");
                if (operation.response().kind() == ResponseKind.JSON
                        || operation.response().kind() == ResponseKind.XML) {
                    received(key, specs, operation.response().shape(), type.asString(), failures);
                    documents++;
                }
            }
        }
        for (NotificationSpec notification : specs.notifications()) {
            String key = notification.protocol().name().toLowerCase(Locale.ROOT) + " " + notification.id();
            received(
                    key,
                    specs,
                    notification.body(),
                    notifications.get(key).get("content").asString(),
                    failures);
            documents++;
        }

        assertThat(failures).isEmpty();
        assertThat(documents).isGreaterThan(1000);
    }

    private static void received(
            String at, Specs specs, ObjectShape shape, String typeName, ConcurrentLinkedQueue<String> failures)
            throws Exception {
        Class<?> type = Class.forName(typeName);
        Map<String, Object> document = new LinkedHashMap<>(new RandomDocument(specs, at.hashCode()).object(shape));
        document.put("field_of_tomorrow", Map.of("a", List.of("b", true)));
        Message message = (Message) type.getMethod("readFrom", FieldReader.class)
                .invoke(null, FieldReader.received(document, text -> text));
        compare(at, message, failures);
        if (!fromJson(type, JsonDocument.write(document)).equals(message)) {
            failures.add(at + ": the JSON of the gateway is read as another response");
        }
    }

    @Test
    void everyStoredRequestCanBeSentAgain() throws Exception {
        Specs specs = TypedApi.bundledSpecs();
        Map<String, JsonNode> index = TypedApi.index();
        Map<FillKey, String> configured = new EnumMap<>(FillKey.class);
        Arrays.stream(FillKey.values()).forEach(key -> configured.put(key, "1"));
        List<String> failures = new ArrayList<>();
        int requests = 0;
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                String key = operation.method() + " /" + endpoint.uri();
                Class<?> type = Class.forName(index.get(key).get("request").asString());
                boolean file =
                        operation.request().given().stream().map(Field::type).anyMatch(FieldType.Scalar.FILE::equals);
                Message request = new RequestMaker(specs, configured, true)
                        .make(operation, type)
                        .request();
                Message read = fromJson(type, request.toJson());
                if (!(read instanceof RequestMessage) || file == read.equals(request)) {
                    failures.add(key + ": " + request.toJson() + " becomes " + read.toJson());
                }
                Object builder = type.getMethod("toBuilder").invoke(read);
                if (!file
                        && !builder.getClass()
                                .getMethod("build")
                                .invoke(builder)
                                .equals(request)) {
                    failures.add(key + " cannot be built again");
                }
                requests++;
            }
        }

        assertThat(failures).isEmpty();
        assertThat(requests).isGreaterThan(1100);
    }

    private static void compare(String at, Message message, ConcurrentLinkedQueue<String> failures)
            throws ReflectiveOperationException {
        String json = message.toJson();
        Message read = fromJson(message.getClass(), json);
        if (!read.equals(message)
                || read.hashCode() != message.hashCode()
                || !read.toJson().equals(json)) {
            failures.add(at + ": " + json + " becomes " + read.toJson());
        }
        if (!JsonDocument.write(message.toMap()).equals(json)) {
            failures.add(at + ": toMap is not " + json);
        }
    }

    private static Message fromJson(Class<?> type, String json) throws ReflectiveOperationException {
        return (Message) type.getMethod("fromJson", String.class).invoke(null, json);
    }

    /** All that the client has, however deep they are nested. */
    private static List<Class<? extends Message>> messageClasses() throws Exception {
        URI root =
                WxPay.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (Files.isDirectory(Path.of(root))) {
            return messageClasses(Path.of(root));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(root))) {
            return messageClasses(jar.getPath("/"));
        }
    }

    private static List<Class<? extends Message>> messageClasses(Path root) throws Exception {
        List<Class<? extends Message>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replaceFirst("\\.class$", "")
                        .replaceAll("[/\\\\]", ".");
                if (name.startsWith(WxPay.class.getPackageName()) && !name.endsWith("package-info")) {
                    Class<?> type = Class.forName(name, false, WxPay.class.getClassLoader());
                    if (Message.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                        found.add(type.asSubclass(Message.class));
                    }
                }
            }
        }
        return found;
    }
}
