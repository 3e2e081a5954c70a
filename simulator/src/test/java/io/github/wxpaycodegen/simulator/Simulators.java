package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.keys.Identity;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The simulators that the tests start. */
public final class Simulators {
    public static final String BRAND_ID = "120344";

    private Simulators() {}

    /** With the specs of the product. */
    public static Simulator bundled() {
        return bundledBuilder().start();
    }

    public static SimulatorBuilder bundledBuilder() {
        return Simulator.builder()
                .mchid(Client.MCHID)
                .v2Key(Client.KEY)
                .workwxSecret(Client.WORKWX_SECRET)
                .keysFrom("tests");
    }

    /** With the specs of these tests. */
    public static Simulator play() {
        return playBuilder().start();
    }

    public static SimulatorBuilder playBuilder() {
        return bundledBuilder().specs(resource("/specs"));
    }

    public static Path resource(String name) {
        try {
            return Path.of(Simulators.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the identity of a simulator, which its API does not expose. */
    public static Identity identity(Simulator simulator) {
        return simulator.identity();
    }
}
