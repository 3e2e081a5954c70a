package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bundled specs that matter for a project's own: those of the same products, those that refer to a replaced file,
 * and whatever these refer to. To check all bundled specs takes longer than everything else that a validation does.
 * References are found in the text, before anything is parsed; a file too many does no harm.
 */
final class Neighborhood {
    private static final String TYPES = "_types.yaml";
    private static final String NOTIFICATIONS = "notifications/";
    private static final Pattern PATH = Pattern.compile("\\b(?:v2|v3|brand|notifications)(?:/[A-Za-z0-9_.{}-]+)+");
    private static final Pattern ID = Pattern.compile("(?m)^ {2}id: *\"?([A-Za-z0-9_.-]+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");

    private final Map<String, SpecFile> bundled = new TreeMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> notifications = new HashMap<>();
    private final Set<String> chosen = new HashSet<>();
    private final Deque<SpecFile> open = new ArrayDeque<>();

    private Neighborhood(List<SpecFile> bundled) {
        for (SpecFile file : bundled) {
            this.bundled.put(file.path(), file);
            if (file.path().startsWith(NOTIFICATIONS)) {
                Matcher id = ID.matcher(text(file));
                if (id.find()) {
                    notifications
                            .computeIfAbsent(id.group(1), key -> new ArrayList<>())
                            .add(file.path());
                }
            }
        }
    }

    /** Returns the bundled files that matter, replaced ones included. */
    static List<SpecFile> of(List<SpecFile> bundled, List<SpecFile> own) {
        Neighborhood neighborhood = new Neighborhood(bundled);
        Set<String> products = new HashSet<>();
        for (SpecFile file : own) {
            products.add(product(file.path()));
            neighborhood.open.add(file);
            if (neighborhood.bundled.containsKey(file.path())) {
                neighborhood.addUsersOf(file.path());
            }
        }
        for (String path : neighborhood.bundled.keySet()) {
            if (path.endsWith("/_errors.yaml") || products.contains(product(path))) {
                neighborhood.add(path);
            }
        }
        neighborhood.addReferences();
        return neighborhood.chosen.stream().map(neighborhood.bundled::get).toList();
    }

    /**
     * Returns what identifies a product: the root and the next segment, however they are spelled, because two spellings
     * can become one Java name. All notifications share a package.
     */
    private static String product(String path) {
        if (path.startsWith(NOTIFICATIONS)) {
            return NOTIFICATIONS;
        }
        String[] segments = path.split("/");
        String second = segments.length < 2 ? "" : segments[1].replaceFirst("\\.yaml$", "");
        return segments[0] + "/" + second.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** Adds the files that refer to a replaced one, and to shared types that do so. */
    private void addUsersOf(String replaced) {
        Deque<String> used = new ArrayDeque<>(List.of(replaced));
        Set<String> seen = new HashSet<>(used);
        while (!used.isEmpty()) {
            String path = used.remove();
            for (SpecFile file : bundled.values()) {
                if (!file.path().equals(path) && uses(file, path)) {
                    add(file.path());
                    if (file.path().endsWith(TYPES) && seen.add(file.path())) {
                        used.add(file.path());
                    }
                }
            }
        }
    }

    private boolean uses(SpecFile file, String path) {
        if (path.endsWith(TYPES)) {
            String folder = path.substring(0, path.length() - TYPES.length());
            return file.path().startsWith(folder) || text(file).contains(folder);
        }
        String name = path.replaceFirst("(/_slash)?\\.yaml$", "");
        String id = name.startsWith(NOTIFICATIONS) ? name.substring(name.lastIndexOf('/') + 1) : name;
        return text(file).contains(id);
    }

    private void addReferences() {
        while (!open.isEmpty()) {
            SpecFile file = open.remove();
            for (int slash = file.path().lastIndexOf('/');
                    slash > 0;
                    slash = file.path().lastIndexOf('/', slash - 1)) {
                add(file.path().substring(0, slash + 1) + TYPES);
            }
            Matcher paths = PATH.matcher(text(file));
            while (paths.find()) {
                String path = paths.group();
                add(path + ".yaml");
                add(path + "/_slash.yaml");
                add(path.substring(0, path.lastIndexOf('/') + 1) + TYPES);
            }
            if (text(file).contains("notifies:")) {
                Matcher words = WORD.matcher(text(file));
                while (words.find()) {
                    notifications.getOrDefault(words.group(), List.of()).forEach(this::add);
                }
            }
        }
    }

    private void add(String path) {
        SpecFile file = bundled.get(path);
        if (file != null && chosen.add(path)) {
            open.add(file);
        }
    }

    private String text(SpecFile file) {
        return texts.computeIfAbsent(file.path(), path -> new String(file.content(), StandardCharsets.UTF_8));
    }
}
