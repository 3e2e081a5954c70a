package io.github.wxpaycodegen.cli.trigger;

import io.github.wxpaycodegen.cli.json.Json;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.SimulatorBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A gateway in this process with the keys of a directory that the simulator program has written. */
public final class TestMerchant {
    private TestMerchant() {}

    /**
     * Starts the gateway on a free port. Its keys follow from the seed of the directory, so a server that is
     * configured for the simulator program trusts it.
     *
     * @param notifyHost the host to which notifications may be sent
     * @throws IOException if the directory has no keys of this merchant
     */
    public static Simulator start(Path keys, String mchid, String notifyHost) throws IOException {
        Path seed = keys.resolve("seed");
        Path merchant = keys.resolve(mchid);
        if (!Files.isRegularFile(seed) || !Files.isDirectory(merchant)) {
            throw new IOException(keys + " has no keys of the merchant " + mchid + ": run 'wxpay simulate --keys-dir "
                    + keys + " --merchant " + mchid + "' once, and configure the server with "
                    + merchant.resolve("settings.env"));
        }
        Map<?, ?> settings = settings(merchant.resolve("settings.json"));
        SimulatorBuilder builder = Simulator.builder()
                .mchid(mchid)
                .keysFrom(Files.readString(seed).strip())
                .notifyHosts(notifyHost);
        if (settings.get("v2Key") instanceof String v2Key) {
            builder.v2Key(v2Key);
        }
        if (settings.get("v3Key") instanceof String v3Key) {
            builder.v3Key(v3Key);
        }
        if (settings.get("appid") instanceof String appid) {
            builder.appid(appid);
        }
        if ("sm".equals(settings.get("suite"))) {
            builder.smSuite();
        }
        return builder.start();
    }

    private static Map<?, ?> settings(Path file) throws IOException {
        try {
            return Json.read(Files.readString(file)) instanceof Map<?, ?> members ? members : Map.of();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: run 'wxpay simulate' once to write it again", e);
        }
    }
}
