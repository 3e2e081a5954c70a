package io.github.wxpaycodegen.simulator.app.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object that a request contains; every getter reports what is wrong by the name of the member. */
final class Arguments {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode object;

    private Arguments(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads a body; an empty one is an empty object.
     *
     * @throws ApiException if it is not a JSON object
     */
    static Arguments read(byte[] body) throws ApiException {
        JsonNode read;
        try {
            read = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            throw ApiException.invalid("the body must be a JSON object: " + e.getOriginalMessage());
        }
        if (!read.isObject()) {
            throw ApiException.invalid("the body must be a JSON object, such as {}");
        }
        return new Arguments(read);
    }

    /** Returns all members, as text. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asString()));
        return all;
    }

    /**
     * Checks that all members are known.
     *
     * @throws ApiException if one of them is not
     */
    void allow(List<String> known) throws ApiException {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw ApiException.invalid("unknown member " + name + ": known are " + known);
            }
        }
    }

    /** Returns a text that is required. */
    String text(String name) throws ApiException {
        return find(name).orElseThrow(() -> ApiException.invalid(name + " is required, a string"));
    }

    /** Returns a text that is not required. */
    Optional<String> find(String name) throws ApiException {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw ApiException.invalid(name + " must be a string (was " + value + ")");
        }
        return Optional.of(value.asString());
    }

    /** Returns a text that can be part of an HTTP header. */
    String headerText(String name) throws ApiException {
        String text = text(name);
        if (!text.matches("[ -~]*")) {
            throw ApiException.invalid(name + " must be printable ASCII");
        }
        return text;
    }

    /** Returns a whole number that is required. */
    int number(String name, int smallest, int largest) throws ApiException {
        JsonNode value = object.path(name);
        boolean fits = value.isIntegralNumber()
                && value.canConvertToInt()
                && value.asInt() >= smallest
                && value.asInt() <= largest;
        if (!fits) {
            throw ApiException.invalid(name + " must be a whole number from " + smallest + " to " + largest
                    + (value.isMissingNode() ? ", and is missing" : " (was " + value + ")"));
        }
        return value.asInt();
    }

    /** Returns true if there is such a member. */
    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Returns the HTTP status in {@code status}. */
    int status() throws ApiException {
        return number("status", 200, 599);
    }

    /** Returns a time in milliseconds. */
    Duration time(String name) throws ApiException {
        return Duration.ofMillis(number(name, 0, (int) Faults.longest().toMillis()));
    }

    /** Returns true or false; false if it is absent. */
    boolean flag(String name) throws ApiException {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw ApiException.invalid(name + " must be true or false (was " + value + ")");
        }
        return value.asBoolean();
    }

    /** Returns the texts of an object; numbers and booleans as they are written. */
    Map<String, String> texts(String name) throws ApiException {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return texts;
        }
        if (!value.isObject()) {
            throw ApiException.invalid(name + " must be an object of texts by field (was " + value + ")");
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (entry.getValue().isContainer() || entry.getValue().isNull()) {
                throw ApiException.invalid(name + "." + entry.getKey()
                        + " must be a text: write fields of objects with their path, such as amount.total");
            }
            texts.put(entry.getKey(), entry.getValue().asString());
        }
        return texts;
    }
}
