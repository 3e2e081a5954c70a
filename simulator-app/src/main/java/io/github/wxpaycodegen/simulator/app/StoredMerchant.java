package io.github.wxpaycodegen.simulator.app;

import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.SimulatorBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A merchant whose keys the program has written to a directory. */
public final class StoredMerchant {
    private StoredMerchant() {}

    /**
     * Returns a builder of a simulator with the keys, the app id, the brand and the cipher suite of a merchant. A server
     * that is configured for the program trusts it.
     *
     * @param keys the directory of {@code --keys-dir}
     * @param mchid the merchant id, a name of a directory in it
     * @return empty if the directory has no keys of the merchant
     * @throws IOException if a file cannot be read or is damaged
     */
    public static Optional<SimulatorBuilder> find(Path keys, String mchid) throws IOException {
        KeyFiles files = new KeyFiles(keys);
        Optional<String> seed = files.storedSeed();
        Optional<Map<String, String>> settings = files.settings(mchid);
        if (seed.isEmpty() || settings.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = settings.get();
        SimulatorBuilder builder = Simulator.builder().mchid(mchid).keysFrom(seed.get());
        Optional.ofNullable(values.get(KeyFiles.V2_KEY)).ifPresent(builder::v2Key);
        Optional.ofNullable(values.get(KeyFiles.V3_KEY)).ifPresent(builder::v3Key);
        Optional.ofNullable(values.get(KeyFiles.APPID)).ifPresent(builder::appid);
        Optional.ofNullable(values.get(KeyFiles.BRAND_ID)).ifPresent(builder::brandId);
        Optional.ofNullable(values.get(KeyFiles.BRAND_V3_KEY)).ifPresent(builder::brandV3Key);
        if (KeyFiles.SM.equals(values.get(KeyFiles.SUITE))) {
            builder.smSuite();
        }
        return Optional.of(builder);
    }
}
