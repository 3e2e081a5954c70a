package io.github.wxpaycodegen.simulator;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The simulators that the tests start. */
final class Simulators {
    static final String BRAND_ID = "120344";

    private Simulators() {}

    /** With the specs of the product. */
    static Simulator bundled() {
        return bundledBuilder().start();
    }

    static SimulatorBuilder bundledBuilder() {
        return Simulator.builder().mchid(Client.MCHID).v2Key(Client.KEY).workwxSecret(Client.WORKWX_SECRET);
    }

    /** With the specs of these tests. */
    static Simulator play() {
        return playBuilder().start();
    }

    static SimulatorBuilder playBuilder() {
        return bundledBuilder().specs(resource("/specs"));
    }

    static Path resource(String name) {
        try {
            return Path.of(Simulators.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
