package io.github.wxpaycodegen.simulator.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Running programs on free ports, and their control API. */
public final class Apps {
    static final String MCHID = "1230000109";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Apps() {}

    /** Starts the program with the same keys in each test, unless the options or the directory have others. */
    static SimulatorApp start(Path keys, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        if (!all.contains("--seed") && !Files.exists(keys.resolve("seed"))) {
            all.addAll(List.of("--seed", "tests"));
        }
        return startWithOwnKeys(keys, all.toArray(String[]::new));
    }

    /** Starts the program with new keys, unless the options or the directory have some. */
    static SimulatorApp startWithOwnKeys(Path keys, String... options) throws Exception {
        List<String> all =
                new ArrayList<>(List.of("--port", "0", "--control-port", "0", "--keys-dir", keys.toString()));
        all.addAll(List.of(options));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return SimulatorApp.start(Settings.read(all, Map.of()), nowhere);
    }

    /** Reads from the control API. */
    static JsonNode get(SimulatorApp app, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(app.controlUri().resolve(path)).build();
        return json(HTTP.send(request, HttpResponse.BodyHandlers.ofString()), 200);
    }

    /** Sends a change that is accepted. */
    static JsonNode change(SimulatorApp app, String method, String path, String body) throws Exception {
        return json(send(app, method, path, body), 200);
    }

    /** Sends a change that is rejected, and returns the message. */
    static String rejected(SimulatorApp app, String method, String path, String body, int status) throws Exception {
        return json(send(app, method, path, body), status).at("/error/message").asString();
    }

    private static HttpResponse<String> send(SimulatorApp app, String method, String path, String body)
            throws Exception {
        URI uri = app.controlUri().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response + " " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }
}
