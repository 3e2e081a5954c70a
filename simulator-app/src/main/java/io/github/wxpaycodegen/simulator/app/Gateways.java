package io.github.wxpaycodegen.simulator.app;

import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.SimulatorBuilder;
import java.util.ArrayList;
import java.util.List;

/** The running simulators, one for each merchant, all on one port. */
final class Gateways implements AutoCloseable {
    private final List<Simulator> simulators = new ArrayList<>();

    private Gateways() {}

    /** Starts the simulators. */
    static Gateways start(Settings settings, String seed) {
        Gateways gateways = new Gateways();
        try {
            for (String merchant : settings.merchants()) {
                gateways.add(settings, seed, merchant);
            }
        } catch (RuntimeException e) {
            gateways.close();
            throw e;
        }
        return gateways;
    }

    private void add(Settings settings, String seed, String merchant) {
        SimulatorBuilder builder = Simulator.builder()
                .mchid(merchant)
                .keysFrom(seed)
                .port(settings.port())
                .listenAt(settings.bind())
                .certificateHosts(certificateHosts(settings))
                .notifyHosts(settings.notifyHosts().toArray(String[]::new))
                .notificationSpeed(settings.notificationSpeed())
                .notificationTimeout(settings.notificationTimeout());
        settings.appid().ifPresent(builder::appid);
        settings.v2Key().ifPresent(builder::v2Key);
        settings.v3Key().ifPresent(builder::v3Key);
        settings.specs().ifPresent(builder::specs);
        if (settings.remembersOrders()) {
            builder.rememberOrders();
        }
        if (settings.suite().equals("sm")) {
            builder.smSuite();
        }
        if (simulators.isEmpty()) {
            settings.brand().ifPresent(builder::brandId);
        } else {
            builder.sharePortOf(simulators.get(0));
        }
        Simulator simulator = builder.start();
        simulators.add(simulator);
        simulator.signWith(settings.responseKey());
    }

    private static String[] certificateHosts(Settings settings) {
        List<String> hosts = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
        hosts.addAll(settings.hosts());
        if (!settings.bind().isAnyLocalAddress() && !settings.bind().isLoopbackAddress()) {
            hosts.add(settings.bind().getHostAddress());
        }
        return hosts.stream().distinct().toArray(String[]::new);
    }

    /** Returns the simulators in the order of their merchants. */
    List<Simulator> simulators() {
        return List.copyOf(simulators);
    }

    @Override
    public void close() {
        // The first one owns the port.
        for (int i = simulators.size() - 1; i >= 0; i--) {
            simulators.get(i).close();
        }
    }
}
