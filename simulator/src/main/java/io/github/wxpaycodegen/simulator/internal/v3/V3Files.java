package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Download;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.simulator.internal.bills.BillFiles;
import io.github.wxpaycodegen.simulator.internal.bills.FileEncryption;
import io.github.wxpaycodegen.simulator.internal.bills.FileLinks;
import io.github.wxpaycodegen.simulator.internal.bills.SampleFile;
import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.JsonNode;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts links that lead somewhere, and digests that are right, into the answers that tell of files. */
final class V3Files {
    private static final Download USUAL = new Download(
            "download_url", Optional.of("hash_type"), Optional.of("hash_value"), Optional.empty(), List.of());
    /** Of a state whose values the spec does not list. */
    private static final String READY = "FINISHED";

    /** The number of a file among those of one bill, from 1. */
    private static final String SEQUENCE = "bill_sequence";

    private static final Map<String, String> DIGESTS = Map.of("SHA1", "SHA-1", "SHA256", "SHA-256");

    private final Types types;
    private final BillFiles bills;
    private final FileLinks links;

    /** Serves files to a merchant. */
    V3Files(Types types, BillFiles bills, FileLinks links) {
        this.types = types;
        this.bills = bills;
        this.links = links;
    }

    /**
     * Completes an answer.
     *
     * @param base where the client reaches the gateway
     * @throws ProblemException if there is no such bill
     */
    void complete(String base, String uri, Operation operation, ObjectNode answer, Map<String, String> request)
            throws ProblemException {
        Optional<Download> download = operation.response().download();
        if (download.isPresent()) {
            if (download.get().state().isPresent() && !isReady(operation, download.get(), answer)) {
                return;
            }
            link(base, uri, operation, download.get(), answer, request);
        }
        linkInner(base, uri, operation, answer, request);
    }

    private boolean isReady(Operation operation, Download download, ObjectNode answer) {
        String state = download.state().orElseThrow();
        if (bills.isPreparing()) {
            answer.put(state, download.waiting().get(0));
            answer.remove(download.url());
            download.hashType().ifPresent(answer::remove);
            download.hashValue().ifPresent(answer::remove);
            return false;
        }
        String ready = enumOf(operation, state).stream()
                .flatMap(shape -> Types.listed(shape).stream())
                .map(EnumValue::value)
                .filter(value -> !download.waiting().contains(value))
                .findFirst()
                .orElse(READY);
        answer.put(state, ready);
        return true;
    }

    /** Lists of files have their links within. */
    private void linkInner(String base, String uri, Operation operation, JsonNode node, Map<String, String> request)
            throws ProblemException {
        int number = 0;
        for (JsonNode child : node) {
            number++;
            if (child instanceof ObjectNode object && object.has(USUAL.url())) {
                link(base, uri, operation, USUAL, object, request);
                if (object.has(SEQUENCE)) {
                    object.put(SEQUENCE, number);
                }
            }
            linkInner(base, uri, operation, child, request);
        }
    }

    private void link(
            String base,
            String uri,
            Operation operation,
            Download download,
            ObjectNode answer,
            Map<String, String> request)
            throws ProblemException {
        FileContent plain = bills.find(
                uri,
                BeijingTime.v3Day(request.getOrDefault("bill_date", "")),
                request.getOrDefault("bill_type", "ALL"));
        boolean packed = "GZIP".equals(request.get("tar_type"));
        String path = uri.contains("bill") && !uri.contains("receipt")
                ? "/v3/billdownload/file"
                : "/v3/transferdownload/signfile";
        FileContent served = packed ? plain.gzip() : plain;
        if (FileEncryption.isToldBy(answer)) {
            FileEncryption encryption = new FileEncryption();
            encryption.tell(answer);
            served = encryption.of(served);
        }
        answer.put(download.url(), base + path + "?token=" + links.offer(served));
        // Of some files no digest is told.
        download.hashType().filter(answer::has).ifPresent(type -> {
            String name = enumOf(operation, type)
                    .map(shape -> Types.listed(shape).get(0).value())
                    .filter(DIGESTS::containsKey)
                    .orElse("SHA1");
            answer.put(type, name);
            download.hashValue()
                    .ifPresent(value -> answer.put(value, plain.digest(Objects.requireNonNull(DIGESTS.get(name)))));
        });
    }

    private Optional<EnumShape> enumOf(Operation operation, String name) {
        return operation.response().shape().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .flatMap((Field field) -> types.enumOf(field));
    }

    /** What a download answers; empty if its link has expired. */
    Optional<FileContent> find(String token, boolean packed) {
        if (FileLinks.isOurs(token)) {
            return links.find(token);
        }
        FileContent sample = SampleFile.bill();
        return Optional.of(packed ? sample.gzip() : sample);
    }
}
