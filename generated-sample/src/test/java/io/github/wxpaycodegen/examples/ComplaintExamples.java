package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.ComplaintCreate;
import io.github.wxpaycodegen.client.v3.merchantservice.Complaint;
import io.github.wxpaycodegen.client.v3.merchantservice.ComplaintState;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The examples of the guide to complaints. */
final class ComplaintExamples {
    private final WxPay pay;
    private final String mchid;

    ComplaintExamples(WxPay pay, String mchid) {
        this.pay = pay;
        this.mchid = mchid;
    }

    void subscribe(String url) {
        pay.v3().merchantService().complaintNotifications(b -> b.url(url)); // once; put() changes it
    }

    NotificationDispatcher notifications(Consumer<Complaint> open) {
        return pay.notifications()
                .dispatcher()
                .on(
                        ComplaintCreate.class,
                        n -> open.accept(pay.v3()
                                .merchantService()
                                .complaintsV2()
                                .complaintId(n.resource().complaintId())
                                .get()))
                .build();
    }

    List<Complaint> open(String firstDay, String lastDay) {
        List<Complaint> open = new ArrayList<>();
        for (Complaint complaint : pay.v3().merchantService().complaintsV2().list(b -> b.beginDate(firstDay)
                .endDate(lastDay)
                .limit(50))) { // further pages are fetched as you go on
            if (complaint.complaintState() != ComplaintState.PROCESSED) {
                open.add(complaint);
            }
        }
        return open;
    }

    void answer(String complaintId, UploadFile photo) {
        String mediaId = pay.v3()
                .merchantService()
                .images()
                .upload(b -> b.file(photo).filename(photo.name()))
                .mediaId();
        pay.v3().merchantService().complaintsV2().complaintId(complaintId).response(b -> b.complaintedMchid(mchid)
                .responseContent("已为您补发，请查收")
                .addResponseImage(mediaId));
    }

    void complete(String complaintId) {
        pay.v3().merchantService().complaintsV2().complaintId(complaintId).complete(b -> b.complaintedMchid(mchid));
    }
}
