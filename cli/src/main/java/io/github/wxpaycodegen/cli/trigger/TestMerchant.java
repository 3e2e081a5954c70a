package io.github.wxpaycodegen.cli.trigger;

import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.app.StoredMerchant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A gateway in this process with the keys of a directory that the simulator program has written. */
public final class TestMerchant {
    private TestMerchant() {}

    /**
     * Starts the gateway on a free port. A server that is configured for the simulator program trusts its keys.
     *
     * @param notifyHost the host to which notifications may be sent
     * @param timeout how long the receiver of a notification may take to reply
     * @throws IOException if the directory has no keys of this merchant
     */
    public static Simulator start(Path keys, String mchid, String notifyHost, Duration timeout) throws IOException {
        return StoredMerchant.find(keys, mchid)
                .orElseThrow(() -> new IOException(keys + " has no keys of the merchant " + mchid
                        + ": run 'wxpay simulate --keys-dir " + keys + " --merchant " + mchid
                        + "' once, and configure the server with "
                        + keys.resolve(mchid).resolve("settings.env")))
                .notifyHosts(notifyHost)
                .notificationTimeout(timeout)
                .start();
    }
}
