package io.github.wxpaycodegen.simulator.app.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The operations of the API by method and path. */
final class Routes {
    /** Performs an operation; returns what becomes the JSON of the response. */
    @FunctionalInterface
    interface Operation {
        Object perform(Request request) throws ApiException;
    }

    /**
     * A request to an operation.
     *
     * @param path the values of the template segments, decoded
     */
    record Request(Map<String, String> path, Arguments arguments) {
        String value(String segment) {
            return path.getOrDefault(segment, "");
        }
    }

    private record Route(String method, String template, Operation operation) {}

    /** An operation, and the values of the segments of its path. */
    record Match(Operation operation, Map<String, String> path) {}

    private final List<Route> routes = new ArrayList<>();

    void add(String method, String template, Operation operation) {
        routes.add(new Route(method, template, operation));
    }

    /** Returns all operations: {@code GET /api/simulator}. */
    List<String> list() {
        return routes.stream()
                .map(route -> route.method() + " " + route.template())
                .toList();
    }

    /**
     * Returns the operation of a request.
     *
     * @throws ApiException if there is none
     */
    Match find(String method, String path) throws ApiException {
        TreeSet<String> others = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> values = match(route.template(), path);
            if (values.isPresent()) {
                if (route.method().equals(method)) {
                    return new Match(route.operation(), values.get());
                }
                others.add(route.method());
            }
        }
        if (!others.isEmpty()) {
            throw new ApiException(405, "METHOD_NOT_ALLOWED", path + " allows " + others + " (was " + method + ")");
        }
        throw ApiException.notFound("there is no operation " + path + ": /openapi.json describes all of them");
    }

    private static Optional<Map<String, String>> match(String template, String path) throws ApiException {
        String[] expected = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                values.put(expected[i].substring(1, expected[i].length() - 1), decode(actual[i]));
            } else if (!expected[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static String decode(String segment) throws ApiException {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("the path has a wrong escape: " + segment);
        }
    }
}
