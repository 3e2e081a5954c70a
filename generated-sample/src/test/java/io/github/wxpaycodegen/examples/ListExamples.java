package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.merchantservice.Complaint;
import io.github.wxpaycodegen.client.v3.merchantservice.ComplaintState;
import io.github.wxpaycodegen.client.v3.merchantservice.ComplaintsV2GetRequest;
import io.github.wxpaycodegen.runtime.error.TransportException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Lists of several pages: in a loop, with failures that are repeated, as a stream, and without a thread. */
final class ListExamples {
    private final WxPay pay;
    private final ComplaintsV2GetRequest query = ComplaintsV2GetRequest.builder()
            .beginDate("2026-01-01")
            .endDate("2026-01-31")
            .build();
    private final List<Complaint> handled = new ArrayList<>();

    ListExamples(WxPay pay) {
        this.pay = pay;
    }

    List<Complaint> loop() {
        for (Complaint complaint : pay.v3().merchantService().complaintsV2().list(b -> b.beginDate("2026-01-01")
                .endDate("2026-01-31")
                .limit(50))) {
            handle(complaint);
        }
        return handled;
    }

    List<Complaint> loopThatRepeatsFailures() {
        Iterator<Complaint> complaints =
                pay.v3().merchantService().complaintsV2().list(query).iterator();
        for (int failures = 0; complaints.hasNext(); ) {
            Complaint complaint;
            try {
                complaint = complaints.next();
            } catch (TransportException e) {
                if (++failures > 3) {
                    throw e;
                }
                continue; // the same page again
            }
            handle(complaint); // its failures are not those of a page
        }
        return handled;
    }

    Optional<Complaint> firstOpen() {
        Optional<Complaint> open = pay.v3().merchantService().complaintsV2().list(query).stream()
                .filter(complaint -> complaint.complaintState() == ComplaintState.PENDING)
                .findFirst(); // calls no page behind it
        return open;
    }

    CompletableFuture<Long> withoutThread() {
        CompletableFuture<Long> handled = pay.v3()
                .merchantService()
                .complaintsV2()
                .list(query)
                .forEachAsync(this::handle); // one item after another
        return handled;
    }

    private void handle(Complaint complaint) {
        handled.add(complaint);
    }
}
