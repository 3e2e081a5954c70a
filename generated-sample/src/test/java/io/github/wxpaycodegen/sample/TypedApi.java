package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.EndpointNames;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The generated client by reflection, for tests that go through all of it. */
final class TypedApi {
    private TypedApi() {}

    /** The index of the generated jar, by method and id: {@code POST /v2/wxv/cancelbill}. */
    static Map<String, JsonNode> index() throws IOException {
        Map<String, JsonNode> index = new TreeMap<>();
        try (InputStream in = WxPay.class.getResourceAsStream("/META-INF/wxpay/operations.json")) {
            new JsonMapper()
                    .readTree(in)
                    .forEach(entry -> index.put(
                            entry.get("method").asString() + " "
                                    + entry.get("id").asString(),
                            entry));
        }
        return index;
    }

    /** The index of the notifications, by protocol and id: {@code v3 TRANSACTION.SUCCESS}. */
    static Map<String, JsonNode> notificationIndex() throws IOException {
        Map<String, JsonNode> index = new TreeMap<>();
        try (InputStream in = WxPay.class.getResourceAsStream("/META-INF/wxpay/notifications.json")) {
            new JsonMapper()
                    .readTree(in)
                    .forEach(entry -> index.put(
                            entry.get("protocol").asString() + " "
                                    + entry.get("id").asString(),
                            entry));
        }
        return index;
    }

    /** The specs that the client was generated from. */
    static Specs bundledSpecs() throws IOException {
        return SpecReader.read(BundledSpecs.read(WxPay.class.getClassLoader()))
                .specs()
                .orElseThrow();
    }

    /** The way through the chain to an endpoint, with these values in its template segments. */
    static Object place(WxPay pay, Endpoint endpoint, Map<String, String> values) throws Exception {
        Object place = pay;
        List<String> steps = EndpointNames.steps(endpoint.chain());
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            String segment = EndpointNames.lastSegment(steps.get(i));
            String method = JavaNames.segment(last ? endpoint.javaName().orElse(segment) : segment);
            if (EndpointNames.isTemplate(segment)) {
                String name = segment.substring(1, segment.length() - 1);
                place = invoke(place, method, String.class, values.get(name));
            } else {
                place = interfaceOf(place).getMethod(method).invoke(place);
            }
        }
        return place;
    }

    /** Calls an operation with a request; what it throws is thrown as it is. */
    static Object call(Object place, String method, Object request) throws Exception {
        return invoke(place, method, RequestMessage.class, request);
    }

    /** Calls a method of a place; what it throws is thrown as it is. */
    private static Object invoke(Object place, String method, Class<?> parameter, Object argument) throws Exception {
        try {
            return interfaceOf(place).getMethod(method, parameter).invoke(place, argument);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** A place is a lambda, whose class is not for us. */
    private static Class<?> interfaceOf(Object place) {
        return place instanceof WxPay ? WxPay.class : place.getClass().getInterfaces()[0];
    }
}
