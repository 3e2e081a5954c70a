package io.github.wxpaycodegen.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.PayscoreUserPaid;
import io.github.wxpaycodegen.client.v3.profitsharing.ReceiverType;
import io.github.wxpaycodegen.client.v3.profitsharing.ReceiversDeleteRequest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that AGENTS.md alone is enough for: each call was found in the index, each setter in the sources. */
class IndexedCallsTest {
    private Simulator gateway;
    private WxPay pay;

    @BeforeEach
    void start() {
        gateway = Simulator.builder()
                .mchid("1230000109")
                .v2Key("any-32-characters-will-do-here!!")
                .start();
        pay = WxPay.create(gateway.config().appid("wxd678efh567hg6787").build());
    }

    @AfterEach
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void closesOrderOfV2() {
        pay.v2().pay().closeOrder(b -> b.outTradeNo("ORDER-1"));

        assertThat(gateway.calls()).extracting(RecordedCall::path).containsExactly("/pay/closeorder");
    }

    @Test
    void changesUrlOfComplaints() {
        String url = "https://shop.example.com/complaints";

        assertThat(pay.v3()
                        .merchantService()
                        .complaintNotifications()
                        .put(b -> b.url(url))
                        .url())
                .isEqualTo(url);
    }

    @Test
    void uploadsVideo() {
        UploadFile video = UploadFile.of("shop.mp4", new byte[] {1, 2, 3});

        assertThat(pay.v3()
                        .merchant()
                        .media()
                        .videoUpload(b -> b.file(video).filename(video.name()))
                        .mediaId())
                .isNotBlank();
    }

    @Test
    void deletesReceiver() {
        ReceiversDeleteRequest request = ReceiversDeleteRequest.builder()
                .type(ReceiverType.MERCHANT_ID)
                .account("1900000110")
                .build();

        assertThat(pay.v3().profitSharing().receivers().delete_(request).account())
                .isEqualTo("1900000110");
    }

    @Test
    void handlesPaidPayscoreOrder() throws Exception {
        List<String> paid = new ArrayList<>();
        try (NotificationServer server = new NotificationServer(pay.notifications()
                .dispatcher()
                .on(PayscoreUserPaid.class, n -> paid.add(n.resource().outOrderNo()))
                .build())) {
            gateway.notifications()
                    .send(server.notifyUrl(), Notice.v3("PAYSCORE.USER_PAID").with("out_order_no", "RENT-1"));

            assertThat(gateway.notifications()
                            .await(attempt -> true, Duration.ofMinutes(1))
                            .map(NotificationAttempt::isAccepted))
                    .contains(true);
            assertThat(paid).containsExactly("RENT-1");
        }
    }
}
