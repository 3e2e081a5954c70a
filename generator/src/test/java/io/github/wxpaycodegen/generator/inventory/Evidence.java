package io.github.wxpaycodegen.generator.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The claims of all sources about operations and notifications, in the format that {@code operations.txt} describes. */
final class Evidence {
    /** Sources whose word for a whole object is complete: a field that one of them lacks there is not required. */
    static final List<String> OFFICIAL = List.of("java", "go", "skills");

    private static final List<String> ONE_PERSON = List.of("im", "ts", "openapi");
    private static final String PAGE = "page";

    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Set<String> lengths = new HashSet<>();

    /**
     * A message.
     *
     * @param headers facts of it as a whole: {@code title}, {@code path}
     * @param fields what is said of each field, by its place: {@code request.body.amount.total}
     */
    record Message(Map<String, String> headers, Map<String, List<Claim>> fields) {}

    static Evidence read(Path folder) {
        Evidence evidence = new Evidence();
        for (String file : List.of("operations.txt", "notifications.txt")) {
            Message message = null;
            for (String line : lines(folder.resolve(file))) {
                if (line.startsWith("! ")) {
                    String[] header = line.substring(2).split(" ", 2);
                    message.headers().put(header[0], header[1]);
                } else if (line.indexOf('\t') > 0) {
                    List<String> cells = List.of(line.split("\t"));
                    message.fields()
                            .put(
                                    cells.get(0),
                                    cells.stream().skip(1).map(Claim::parse).toList());
                } else {
                    message = new Message(new LinkedHashMap<>(), new LinkedHashMap<>());
                    evidence.messages.put(line, message);
                }
            }
        }
        lines(folder.resolve("pages.txt")).forEach(evidence::page);
        return evidence;
    }

    /** Lines of a file that are neither empty nor comments. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page(String line) {
        String[] parts = line.split(" ; ", -1);
        if (parts.length != 4 || parts[3].isBlank() || !messages.containsKey(parts[0])) {
            throw new IllegalArgumentException("not `message ; place ; what the page says ; page`: " + line);
        }
        List<Claim> claims = new ArrayList<>(List.of(Claim.of(List.of(PAGE), parts[2])));
        Map<String, List<Claim>> fields = messages.get(parts[0]).fields();
        String place = parts[1].replace("[]", "");
        claims.addAll(fields.getOrDefault(place, List.of()));
        fields.put(place, claims);
    }

    Set<String> messages() {
        return messages.keySet();
    }

    Message message(String name) {
        return messages.get(name);
    }

    boolean has(String name) {
        return messages.containsKey(name);
    }

    List<Claim> claims(Place place) {
        Message message = messages.get(place.message());
        return message == null ? List.of() : message.fields().getOrDefault(place.path(), List.of());
    }

    /** Returns true if any source gives a field of this name this maximum length, in whatever message. */
    boolean givesLength(String name, String length) {
        if (lengths.isEmpty()) {
            messages.values().forEach(message -> message.fields().forEach((path, claims) -> claims.stream()
                    .flatMapToInt(claim -> claim.maxLength().stream())
                    .forEach(given -> lengths.add(path.substring(path.lastIndexOf('.') + 1) + "=" + given))));
        }
        return lengths.contains(name + "=" + length);
    }

    /** The official sources that know other fields of the object that a field belongs to, and not this one. */
    List<String> officialWithout(Place place) {
        String parent = place.parent() + ".";
        Set<String> covering = new TreeSet<>();
        messages.get(place.message()).fields().forEach((path, claims) -> {
            if (path.startsWith(parent) && path.indexOf('.', parent.length()) < 0) {
                claims.stream().map(Claim::sources).forEach(covering::addAll);
            }
        });
        List<Claim> own = claims(place);
        return OFFICIAL.stream()
                .filter(covering::contains)
                .filter(Predicate.not(source -> own.stream().anyMatch(c -> c.isBy(List.of(source)))))
                .toList();
    }

    /** The weight of sources together; {@code im}, {@code ts} and {@code openapi} are one person's and count once. */
    static int weight(Collection<String> sources) {
        return sources.stream()
                .map(source -> ONE_PERSON.contains(source) ? "im" : source)
                .distinct()
                .mapToInt(Evidence::weight)
                .sum();
    }

    private static int weight(String source) {
        return switch (source) {
            case PAGE -> 100;
            case "java", "go", "skills" -> 3;
            case "skit", "wxjava", "senparc" -> 2;
            default -> 1;
        };
    }

    /**
     * A place in a message.
     *
     * @param message {@code POST /v2/wxv/cancelbill} or {@code NOTIFY v3 REFUND.SUCCESS}
     * @param path {@code request.body.amount.total}, {@code resource.amount}
     */
    record Place(String message, String path) {
        private static final List<String> UNCOMPARED = Arrays.asList(
                "request\\.(body|query)\\.(sign|nonce_str|workwx_sign|sign_type)",
                "request\\.header\\..*",
                "(response|resource|reply)\\.(sign|nonce_str|return_code|return_msg|result_code|err_code|err_code_des|sign_type)");

        String parent() {
            return path.substring(0, path.lastIndexOf('.'));
        }

        boolean isRequest() {
            return path.startsWith("request.");
        }

        boolean isV2() {
            return message.matches("[A-Z]+ /v2/.*|NOTIFY v2 .*");
        }

        /** Whether it belongs to the envelope, which the client writes and reads itself. */
        boolean isEnvelope() {
            return UNCOMPARED.stream().anyMatch(path::matches);
        }
    }
}
