package io.github.wxpaycodegen.testsupport;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium, driven by the W3C's WebDriver protocol. Modules that use it have Jackson 3, which is optional here.
 */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_STARTS = 5;
    private static final Pattern PORT = Pattern.compile("started successfully on port ([0-9]+)");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process driver;
    private final URI base;
    private final String session;

    private Browser(Process driver, URI base, Path profile, String language) throws Exception {
        this.driver = driver;
        this.base = base;
        List<String> arguments = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        Map<String, Object> options = Map.of("args", arguments, "prefs", Map.of("intl.accept_languages", language));
        Map<String, Object> timeouts = Map.of("script", PATIENCE.toMillis(), "pageLoad", PATIENCE.toMillis());
        JsonNode created = call(
                "POST",
                "/session",
                Map.of(
                        "capabilities",
                        Map.of("alwaysMatch", Map.of("goog:chromeOptions", options, "timeouts", timeouts))));
        session = "/session/" + created.at("/sessionId").asString();
    }

    /** Returns true if Chromium and its driver are on the path. */
    public static boolean isInstalled() {
        return find("chromedriver").isPresent()
                && (find("chromium").isPresent() || find("google-chrome").isPresent());
    }

    private static Optional<Path> find(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts a browser.
     *
     * @param directory where it keeps its profile and its log
     * @param language such as {@code zh-CN}
     */
    public static Browser start(Path directory, String language) throws Exception {
        // The driver picks a free port for IPv4 and then fails if another program has it for IPv6.
        for (int attempt = 1; attempt < MOST_STARTS; attempt++) {
            try {
                return startOnce(directory, language);
            } catch (IOException e) {
                if (!String.valueOf(e.getMessage()).contains("Address already in use")) {
                    throw e;
                }
            }
        }
        return startOnce(directory, language);
    }

    private static Browser startOnce(Path directory, String language) throws Exception {
        Path log = directory.resolve("driver.log");
        Process driver = new ProcessBuilder(find("chromedriver").orElseThrow().toString(), "--port=0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            Matcher port = PORT.matcher("");
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!port.reset(Files.readString(log)).find()) {
                if (System.nanoTime() > deadline || driver.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException("chromedriver did not start: " + Files.readString(log));
                }
            }
            return new Browser(
                    driver,
                    URI.create("http://127.0.0.1:" + port.group(1)),
                    Files.createDirectories(directory.resolve("profile")),
                    language);
        } catch (Exception e) {
            stop(driver);
            throw e;
        }
    }

    /** Opens a page in a window of this size, in pixels of CSS. */
    public void open(URI page, int width, int height, boolean dark) throws Exception {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        // The driver may take the end of an earlier load for that of this one, so the page that is left is marked.
        String document = page.toString().replaceFirst("#.*", "");
        run("window.isLeft = location.href.replace(/#.*/, '') !== new URL('" + document + "').href; return 0");
        call("POST", session + "/url", Map.of("url", page.toString()));
        await("return document.readyState === 'complete' && !window.isLeft");
    }

    /** Runs the body of a function, whose result may be a promise. */
    public JsonNode run(String script) throws Exception {
        return call("POST", session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Clicks the first element that a CSS selector matches, as a user does. */
    public void click(String selector) throws Exception {
        await("return document.querySelector(\"" + selector.replace("\"", "\\\"") + "\") !== null");
        JsonNode element = call("POST", session + "/element", Map.of("using", "css selector", "value", selector));
        call("POST", session + "/element/" + element.iterator().next().asString() + "/click", Map.of());
    }

    /** Types into the first element that a CSS selector matches. */
    public void type(String selector, String text) throws Exception {
        JsonNode element = call("POST", session + "/element", Map.of("using", "css selector", "value", selector));
        call("POST", session + "/element/" + element.iterator().next().asString() + "/value", Map.of("text", text));
    }

    /** Waits until a script returns true. An error of it is not the end: the next page may be about to replace this one. */
    public void await(String script) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String attempt = "try { return [(() => { " + script + " })(), ''] } catch (e) { return [false, String(e)] }";
        for (JsonNode result = run(attempt); !result.path(0).asBoolean(); result = run(attempt)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "still false: " + script + " " + result.path(1).asString() + "\n"
                                + run("return location.href + '\\n' + document.body.innerText")
                                        .asString());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Returns to the page before this one, and waits until it has been loaded. */
    public void back() throws Exception {
        call("POST", session + "/back", Map.of());
    }

    /** Returns the texts of all elements that a CSS selector matches. */
    public List<String> texts(String selector) throws Exception {
        return run("return [...document.querySelectorAll(\"" + selector + "\")].map(each => each.innerText.trim())")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** Types a key of the W3C's table into the element that has the focus, such as {@code \uE007} for Enter. */
    public void press(String keys) throws Exception {
        JsonNode element = call("GET", session + "/element/active", null);
        call("POST", session + "/element/" + element.iterator().next().asString() + "/value", Map.of("text", keys));
    }

    /** Returns the warnings and errors of the console since the last call, those of failed requests too. */
    public List<String> consoleProblems() throws Exception {
        return call("POST", session + "/se/log", Map.of("type", "browser"))
                .valueStream()
                .map(entry -> entry.path("message").asString())
                .toList();
    }

    /** Writes a picture of what the window shows. */
    public void screenshot(Path file) throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                Base64.getDecoder()
                        .decode(call("GET", session + "/screenshot", null).asString()));
    }

    private void devTools(String command, Map<String, Object> parameters) throws Exception {
        call("POST", session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    private JsonNode call(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE.multipliedBy(2))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .header("Content-Type", "application/json; charset=utf-8")
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode value = JSON.readTree(response.body()).get("value");
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    method + " " + path + ": " + value.path("message").asString());
        }
        return value;
    }

    /** Ends the browser and its driver. */
    @Override
    public void close() throws IOException {
        try {
            call("DELETE", session, null);
        } catch (ConnectException e) {
            // The driver has ended, and its browser with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop(driver);
        }
    }

    private static void stop(Process driver) {
        driver.descendants().forEach(ProcessHandle::destroyForcibly);
        driver.destroyForcibly();
        driver.onExit().join();
    }
}
