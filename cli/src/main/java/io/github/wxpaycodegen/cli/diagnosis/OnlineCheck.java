package io.github.wxpaycodegen.cli.diagnosis;

import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the gateway for the platform certificates, a signed call that changes nothing. Its response shows whether the
 * host can be reached, whether the clocks agree, and whether the gateway accepts the merchant's signature.
 */
public final class OnlineCheck {
    private static final String PATH = "/v3/certificates";
    /** The time of the gateway, which its signature covers. A Date may be that of a proxy. */
    private static final String TIMESTAMP = "Wechatpay-Timestamp";
    /** The gateway rejects signatures that are older. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Duration NOTICEABLE = Duration.ofSeconds(30);
    /** A merchant that uses the public key has no certificates; the gateway has accepted the signature to say so. */
    private static final Set<String> NO_CERTIFICATES = Set.of("RESOURCE_NOT_EXISTS", "NOT_FOUND");

    private OnlineCheck() {}

    /** Returns the findings if other checks have failed, so that no call is made. */
    public static List<Finding> skipped() {
        return List.of(Finding.warning(
                "online", "skipped, because another check failed", "correct what failed, and run this again"));
    }

    /** Makes the call and returns the findings. */
    public static List<Finding> examine(WxPayConfig config, Clock clock) {
        List<Finding> findings = new ArrayList<>();
        if (!config.keys().canCall(Protocol.V3)) {
            findings.add(Finding.warning(
                    "online", "not checked", "the signed call needs the v3 keys of the merchant and of WeChat Pay"));
            return findings;
        }
        try (WxPayClient client = WxPayClient.create(config)) {
            Instant before = clock.instant();
            WxPayResponse<String> response =
                    client.context().raw().v3("GET", PATH).send();
            Instant after = clock.instant();
            findings.add(Finding.ok("online", "the gateway accepts the signature, and its response is authentic"));
            compareClocks(response, before, after).ifPresent(findings::add);
        } catch (GatewayException e) {
            findings.add(rejected(e));
        } catch (WxPayException e) {
            findings.add(Finding.failed(
                    "online", String.valueOf(e.getMessage()), "check the network, the proxy and the clock"));
        }
        return findings;
    }

    private static Finding rejected(GatewayException e) {
        String code = String.valueOf(e.errorCode());
        if (NO_CERTIFICATES.contains(code)) {
            return Finding.ok(
                    "online", "the gateway accepts the signature; this merchant has no platform certificates");
        }
        return Finding.failed(
                "online",
                "the gateway rejects the call: " + e.getMessage(),
                "compare mchid, serial number and key with the platform, and the clock with the real time");
    }

    private static Optional<Finding> compareClocks(WxPayResponse<String> response, Instant before, Instant after) {
        Optional<Instant> theirs = response.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(TIMESTAMP))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .flatMap(OnlineCheck::parse);
        return theirs.map(date -> {
            Duration ahead = ahead(date, before, after);
            String text = "this machine differs from the gateway by " + ahead.toSeconds() + " seconds";
            if (ahead.abs().compareTo(TOLERANCE) >= 0) {
                return Finding.failed(
                        "clock", text, "synchronize the clock: signatures must be less than 300 seconds old");
            }
            return ahead.abs().compareTo(NOTICEABLE) >= 0
                    ? Finding.warning("clock", text, "synchronize the clock")
                    : Finding.ok("clock", text);
        });
    }

    /**
     * Returns how far this machine is ahead of the gateway, at least: nothing if the gateway signed between the two
     * times, so that a slow call does not look like a wrong clock.
     */
    private static Duration ahead(Instant signed, Instant before, Instant after) {
        // It is in whole seconds.
        if (signed.isBefore(before.truncatedTo(ChronoUnit.SECONDS))) {
            return Duration.between(signed, before);
        }
        return signed.isAfter(after) ? Duration.between(signed, after) : Duration.ZERO;
    }

    private static Optional<Instant> parse(String seconds) {
        return seconds.matches("[0-9]{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }
}
