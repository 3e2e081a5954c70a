package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the operations and the notifications of a Swagger 2.0 or OpenAPI 3 document, in YAML or JSON, of one file or of several that refer
 * to each other. A flaw costs what it touches, not the rest.
 */
public final class OpenApiReader {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    /** Keys of a path beside its methods. */
    private static final Set<String> ITEM_KEYS = Set.of("parameters", "summary", "description", "servers", "$ref");

    private static final Pattern SERVER = Pattern.compile("(?:https?://([^/?#{}]+))?((?:/[^?#{}]*)?)");
    private static final Set<String> USUAL_HOSTS = Set.of("api.mch.weixin.qq.com", "api2.mch.weixin.qq.com");

    private final Findings findings;
    private final SourceTree tree;

    private OpenApiReader(Path directory, Findings findings) {
        this.findings = findings;
        this.tree = new SourceTree(directory, findings);
    }

    /**
     * Returns the operations of a document in its order, and its notifications.
     *
     * @param document its main file; references do not lead out of its directory
     */
    public static List<ApiOperation> read(Path document, Findings findings) {
        Path directory = document.resolveSibling("");
        return new OpenApiReader(directory, findings)
                .document(directory.relativize(document).toString());
    }

    private List<ApiOperation> document(String name) {
        Optional<Located> root = tree.file(name);
        if (root.isEmpty()) {
            return List.of();
        }
        boolean known = root.get().text("swagger").isPresent()
                || root.get().text("openapi").isPresent();
        if (!known) {
            findings.add(root.get().span(), "neither `swagger` nor `openapi` states a version: read as OpenAPI");
        }
        Map<String, Located.Entry> paths =
                root.get().get("paths").map(Located::entries).orElse(Map.of());
        Map<String, Located> items = items(paths);
        boolean exported = tree.isExported(root.get());
        List<ApiOperation> notifications =
                notifications(root.get(), items.values(), new WebhookReader(tree, exported, findings));
        if (paths.isEmpty() && notifications.isEmpty()) {
            findings.add(root.get().span(), "the document has no `paths`");
        }
        String base = base(root.get());
        OperationReader operations = new OperationReader(tree, exported, findings);
        List<Claim> claims = new ArrayList<>();
        items.forEach(
                (path, item) -> claim(base + path, Objects.requireNonNull(paths.get(path)), item, operations, claims));
        notifications.forEach(notification -> claims.add(new Claim(
                notification.uri(),
                Optional.empty(),
                new Located.Entry(notification.span(), root.get()),
                notification)));
        return withoutCopies(claims);
    }

    /** Returns what each path refers to: callbacks and operations are read from it, and its flaws are reported once. */
    private Map<String, Located> items(Map<String, Located.Entry> paths) {
        Map<String, Located> items = new LinkedHashMap<>();
        paths.forEach((path, entry) -> {
            if (!path.startsWith("x-")) {
                tree.resolve(entry.value()).ifPresent(item -> items.put(path, item));
            }
        });
        return items;
    }

    /** Returns the path that all paths of the document continue; reports hosts that are not imported. */
    private String base(Located root) {
        root.get("host").ifPresent(host -> host(host, host.text().orElse("")));
        List<Located> servers = root.get("servers").map(Located::elements).orElse(List.of());
        servers.stream()
                .skip(1)
                .forEach(further -> findings.add(
                        further.span(),
                        "only the first server was imported: add this one under `hosts` of the specs that need it"));
        Optional<Located> server = servers.stream().findFirst().flatMap(each -> each.get("url"));
        String path = root.text("basePath").orElse("");
        if (server.isPresent()) {
            Matcher url = SERVER.matcher(server.get().text().orElse(""));
            if (url.matches()) {
                Optional.ofNullable(url.group(1)).ifPresent(host -> host(server.get(), host));
                path = url.group(2);
            } else {
                findings.add(server.get().span(), "the URL of the server is not a URL with a path: ignored");
            }
        }
        return path.replaceFirst("/+$", "");
    }

    private void host(Located place, String host) {
        if (!host.isEmpty() && !USUAL_HOSTS.contains(host)) {
            findings.add(
                    place.span(),
                    "the host `" + host
                            + "` was not imported: add it under `hosts` of the specs if it is not the usual one");
        }
    }

    private List<ApiOperation> notifications(Located root, Collection<Located> items, WebhookReader webhooks) {
        List<ApiOperation> notifications = new ArrayList<>();
        for (String key : List.of("webhooks", "x-webhooks")) {
            root.get(key).map(Located::entries).orElse(Map.of()).forEach((name, entry) -> webhooks.read(name, entry)
                    .ifPresent(notifications::add));
        }
        items.forEach(item -> item.entries().values().stream()
                .flatMap(operation -> operation.value().get("callbacks").stream())
                .flatMap(callbacks -> callbacks.entries().entrySet().stream())
                .forEach(callback -> tree.resolve(callback.getValue().value())
                        .map(Located::entries)
                        .orElse(Map.of())
                        .values()
                        .forEach(
                                entry -> webhooks.read(callback.getKey(), entry).ifPresent(notifications::add))));
        return notifications;
    }

    private void claim(String path, Located.Entry entry, Located item, OperationReader operations, List<Claim> claims) {
        WirePath wire = WirePath.of(path);
        if (entry.value().get("$ref").isPresent() && entry.value().entries().size() > 1) {
            findings.add(entry.key(), "beside `$ref`, a path can have nothing else: the rest was ignored");
        }
        item.entries().forEach((method, value) -> {
            if (method.equals("servers")) {
                findings.add(
                        value.key(), "the `servers` of a path were not imported: add them under `hosts` of its spec");
            } else if (METHODS.contains(method)) {
                operations
                        .read(wire, method, item, value)
                        .ifPresent(operation -> claims.add(new Claim(path, wire.host(), entry, operation)));
            } else if (!ITEM_KEYS.contains(method) && !method.startsWith("x-")) {
                findings.add(value.key(), "`" + method + "` is not a method of WeChat Pay: ignored");
            }
        });
    }

    /** An operation below a prefix for a host may be another operation once more: that of a sandbox is. */
    private List<ApiOperation> withoutCopies(List<Claim> claims) {
        Set<String> usual = claims.stream()
                .filter(claim -> claim.host().isEmpty())
                .map(Claim::key)
                .collect(Collectors.toSet());
        List<ApiOperation> kept = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.host().isPresent() && usual.contains(claim.key())) {
                findings.add(
                        claim.entry().key(),
                        "`" + claim.path() + "` is " + claim.operation().uri() + " on another host: not imported");
            } else if (kept.stream().anyMatch(each -> key(each).equals(claim.key()))) {
                findings.add(
                        claim.entry().key(),
                        "`" + claim.path() + "` is the second operation `" + claim.key() + "`: not imported");
            } else {
                kept.add(claim.operation());
            }
        }
        return kept;
    }

    private static String key(ApiOperation operation) {
        return operation.method() + " " + operation.uri();
    }

    private record Claim(String path, Optional<String> host, Located.Entry entry, ApiOperation operation) {
        String key() {
            return OpenApiReader.key(operation);
        }
    }
}
