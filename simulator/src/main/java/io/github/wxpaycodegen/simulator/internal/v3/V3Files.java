package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Download;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FileKind;
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

/** Completes responses that link to files, with working links and the digests of the files. */
final class V3Files {
    private static final Download USUAL = new Download(
            "download_url", Optional.of("hash_type"), Optional.of("hash_value"), Optional.empty(), List.of());
    /** The state of a file that is ready, unless the spec lists other values. */
    private static final String READY = "FINISHED";

    /** The field with the number of a file among the files of one bill, starting at 1. */
    private static final String SEQUENCE = "bill_sequence";

    private static final Map<String, String> DIGESTS = Map.of("SHA1", "SHA-1", "SHA256", "SHA-256");

    private final Types types;
    private final BillFiles bills;
    private final FileLinks links;

    /** Serves the files of a merchant. */
    V3Files(Types types, BillFiles bills, FileLinks links) {
        this.types = types;
        this.bills = bills;
        this.links = links;
    }

    /**
     * A request whose response may link to files.
     *
     * @param base the URL at which the client reaches the gateway
     * @param fields of the request by their path
     */
    record Query(String base, Operation operation, Map<String, String> fields) {
        /** Returns the path of links: files other than bills have another one. */
        private String path() {
            boolean bill = operation
                    .response()
                    .file()
                    .filter(kind -> kind != FileKind.RECEIPT)
                    .isPresent();
            return bill ? "/v3/billdownload/file" : "/v3/transferdownload/signfile";
        }
    }

    /**
     * Adds links and digests to a response.
     *
     * @throws ProblemException if there is no such bill
     */
    void complete(Query query, ObjectNode response) throws ProblemException {
        Optional<Download> download = query.operation().response().download();
        if (download.isPresent()) {
            if (download.get().state().isPresent() && !isReady(query.operation(), download.get(), response)) {
                return;
            }
            link(query, download.get(), response);
        }
        linkInner(query, response);
    }

    private boolean isReady(Operation operation, Download download, ObjectNode response) {
        String state = download.state().orElseThrow();
        if (bills.isPreparing()) {
            response.put(state, download.waiting().get(0));
            response.remove(download.url());
            download.hashType().ifPresent(response::remove);
            download.hashValue().ifPresent(response::remove);
            return false;
        }
        String ready = enumOf(operation, state).stream()
                .flatMap(shape -> Types.listed(shape).stream())
                .map(EnumValue::value)
                .filter(value -> !download.waiting().contains(value))
                .findFirst()
                .orElse(READY);
        response.put(state, ready);
        return true;
    }

    /** Completes the elements of lists of files. */
    private void linkInner(Query query, JsonNode node) throws ProblemException {
        int number = 0;
        for (JsonNode child : node) {
            number++;
            if (child instanceof ObjectNode object && object.has(USUAL.url())) {
                link(query, USUAL, object);
                if (object.has(SEQUENCE)) {
                    object.put(SEQUENCE, number);
                }
            }
            linkInner(query, child);
        }
    }

    private void link(Query query, Download download, ObjectNode response) throws ProblemException {
        Map<String, String> fields = query.fields();
        FileContent plain = bills.find(
                query.operation().response().file(),
                BeijingTime.v3Day(fields.getOrDefault("bill_date", "")),
                fields.getOrDefault("bill_type", "ALL"));
        FileContent served = "GZIP".equals(fields.get("tar_type")) ? plain.gzip() : plain;
        if (FileEncryption.isOf(response)) {
            FileEncryption encryption = new FileEncryption();
            encryption.addTo(response);
            served = encryption.of(served);
        }
        response.put(download.url(), query.base() + query.path() + "?token=" + links.offer(served));
        // Some responses have no digest.
        download.hashType().filter(response::has).ifPresent(type -> {
            String name = enumOf(query.operation(), type)
                    .map(shape -> Types.listed(shape).get(0).value())
                    .filter(DIGESTS::containsKey)
                    .orElse("SHA1");
            response.put(type, name);
            download.hashValue()
                    .ifPresent(value -> response.put(value, plain.digest(Objects.requireNonNull(DIGESTS.get(name)))));
        });
    }

    private Optional<EnumShape> enumOf(Operation operation, String name) {
        return operation.response().shape().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .flatMap((Field field) -> types.enumOf(field));
    }

    /** Returns the file of a link; empty if the link has expired. */
    Optional<FileContent> find(String token, boolean packed) {
        if (FileLinks.isOurs(token)) {
            return links.find(token);
        }
        FileContent sample = SampleFile.bill();
        return Optional.of(packed ? sample.gzip() : sample);
    }
}
