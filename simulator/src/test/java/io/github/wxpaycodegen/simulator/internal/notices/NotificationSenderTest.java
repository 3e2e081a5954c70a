package io.github.wxpaycodegen.simulator.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NotificationSenderTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final double AT_ONCE = 1e9;

    private final BlockingQueue<DeliveryAttempt> log = new LinkedBlockingQueue<>();

    @Test
    void retriesReceiverThatDoesNotRespondInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                NotificationSender sender = sender(Duration.ofMillis(20))) {
            sender.send("REFUND.SUCCESS", "http://localhost:" + silent.getLocalPort() + "/", outgoing());

            assertThat(next().number()).isEqualTo(1);
            DeliveryAttempt second = next();
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.problem()).hasValue("no response within 20 ms");
        }
    }

    @Test
    void doesNotRetryWhatIsNotAUrl() throws Exception {
        try (NotificationSender sender = sender(LONG)) {
            sender.send("REFUND.SUCCESS", "not a url", outgoing());

            assertThat(next().problem().orElseThrow()).startsWith("not a URL for notifications: ");
            assertThat(sender.pending()).isEmpty();
            assertThat(log).isEmpty();
        }
    }

    private DeliveryAttempt next() throws InterruptedException {
        DeliveryAttempt next = log.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("an attempt").isNotNull();
        return next;
    }

    private NotificationSender sender(Duration patience) {
        return new NotificationSender(AT_ONCE, patience, Optional.empty(), new NotificationRoutes(Set.of()), log::add);
    }

    private static OutgoingNotice outgoing() {
        return new OutgoingNotice() {
            @Override
            public String id() {
                return "1";
            }

            @Override
            public byte[] body() {
                return new byte[0];
            }

            @Override
            public Map<String, String> fields() {
                return Map.of();
            }

            @Override
            public Map<String, String> headers() {
                return Map.of();
            }

            @Override
            public Optional<String> problem(int status, byte[] answer) {
                return Optional.empty();
            }
        };
    }
}
