package io.github.wxpaycodegen.junit;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Applyments;
import io.github.wxpaycodegen.simulator.Bills;
import io.github.wxpaycodegen.simulator.CombinedOrders;
import io.github.wxpaycodegen.simulator.Complaints;
import io.github.wxpaycodegen.simulator.Contracts;
import io.github.wxpaycodegen.simulator.Coupons;
import io.github.wxpaycodegen.simulator.MerchantCoupons;
import io.github.wxpaycodegen.simulator.Notifications;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.PayScore;
import io.github.wxpaycodegen.simulator.ProfitSharing;
import io.github.wxpaycodegen.simulator.RedPackets;
import io.github.wxpaycodegen.simulator.Rentals;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.SimulatorBuilder;
import io.github.wxpaycodegen.simulator.Transfers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** A simulator, the clients that call it, and the right of one test at a time to use it. Thread-safe. */
// JUnit before 5.13 closes nothing else.
@SuppressWarnings("deprecation")
final class RunningSimulator implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final int SECONDS_PER_DAY = 86_400;

    private static final Map<Class<?>, Function<Simulator, Object>> PARTS = Map.ofEntries(
            part(Simulator.class, simulator -> simulator),
            part(Orders.class, Simulator::orders),
            part(CombinedOrders.class, Simulator::combinedOrders),
            part(Contracts.class, Simulator::contracts),
            part(ProfitSharing.class, Simulator::profitSharing),
            part(Rentals.class, Simulator::rentals),
            part(PayScore.class, Simulator::payScore),
            part(Coupons.class, Simulator::coupons),
            part(MerchantCoupons.class, Simulator::merchantCoupons),
            part(Complaints.class, Simulator::complaints),
            part(Applyments.class, Simulator::applyments),
            part(Transfers.class, Simulator::transfers),
            part(RedPackets.class, Simulator::redPackets),
            part(Notifications.class, Simulator::notifications),
            part(Bills.class, Simulator::bills));

    private final Simulator simulator;
    private final List<SimulatorCustomizer> customizers;
    private final boolean reset;
    private final ReentrantLock test = new ReentrantLock();
    private final Map<Class<?>, Object> clients = new LinkedHashMap<>();

    private static <T> Map.Entry<Class<?>, Function<Simulator, Object>> part(
            Class<T> type, Function<Simulator, ? extends T> find) {
        return Map.entry(type, find::apply);
    }

    private RunningSimulator(Simulator simulator, List<SimulatorCustomizer> customizers, boolean reset) {
        this.simulator = simulator;
        this.customizers = customizers;
        this.reset = reset;
    }

    /**
     * Starts a simulator.
     *
     * @throws ExtensionConfigurationException if a setting is invalid
     */
    static RunningSimulator start(WxPaySimulator settings) {
        List<SimulatorCustomizer> customizers = Stream.of(settings.customizers())
                .<SimulatorCustomizer>map(RunningSimulator::instance)
                .toList();
        try {
            SimulatorBuilder builder = builder(settings);
            customizers.forEach(customizer -> customizer.customize(builder));
            return new RunningSimulator(builder.start(), customizers, settings.reset());
        } catch (RuntimeException e) {
            throw new ExtensionConfigurationException("the simulator could not be started: " + e.getMessage(), e);
        }
    }

    private static SimulatorBuilder builder(WxPaySimulator settings) {
        if (settings.mchid().isBlank()) {
            throw new IllegalArgumentException("mchid of @WxPaySimulator must not be empty");
        }
        int timeout = settings.notificationTimeoutSeconds();
        if (timeout < 1 || timeout > SECONDS_PER_DAY) {
            throw new IllegalArgumentException("notificationTimeoutSeconds of @WxPaySimulator must be from 1 to "
                    + SECONDS_PER_DAY + " (was " + timeout + ")");
        }
        double speed = settings.notificationSpeed();
        if (!(speed > 0)) {
            throw new IllegalArgumentException(
                    "notificationSpeed of @WxPaySimulator must be positive (was " + speed + ")");
        }
        SimulatorBuilder builder = Simulator.builder()
                .mchid(settings.mchid())
                .notificationSpeed(speed)
                .notificationTimeout(Duration.ofSeconds(timeout));
        if (!settings.appid().isEmpty()) {
            builder.appid(settings.appid());
        }
        if (!settings.brandId().isEmpty()) {
            builder.brandId(settings.brandId());
        }
        if (settings.rememberOrders()) {
            builder.rememberOrders();
        }
        if (settings.smSuite()) {
            builder.smSuite();
        }
        if (settings.publicKeyOnly()) {
            builder.publicKeyOnly();
        }
        if (settings.exactSerials()) {
            builder.exactSerials();
        }
        return builder;
    }

    private static SimulatorCustomizer instance(Class<? extends SimulatorCustomizer> type) {
        try {
            return ReflectionSupport.newInstance(type);
        } catch (Exception e) {
            throw new ExtensionConfigurationException(
                    type.getName() + " in customizers of @WxPaySimulator needs a constructor without parameters that"
                            + " succeeds; a nested class must be static",
                    e);
        }
    }

    Simulator simulator() {
        return simulator;
    }

    /** Returns true if a value of this type can be injected. */
    static boolean provides(Class<?> type) {
        return PARTS.containsKey(type)
                || type == WxPayConfig.class
                || factory(type).isPresent();
    }

    /**
     * Returns the simulator, a part of it, its configuration or a client.
     *
     * @throws IllegalStateException if the simulator does not remember the orders that are asked for, or if a client
     *     cannot be created
     */
    Object get(Class<?> type) {
        if (type == WxPayConfig.class) {
            return config();
        }
        Function<Simulator, Object> part = PARTS.get(type);
        if (part == null) {
            return client(type);
        }
        try {
            return part.apply(simulator);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    type.getSimpleName()
                            + " cannot be injected, because the simulator does not remember orders: remove"
                            + " rememberOrders = false from @WxPaySimulator",
                    e);
        }
    }

    private WxPayConfig config() {
        WxPayConfig.Builder config = simulator.config();
        customizers.forEach(customizer -> customizer.customize(config));
        return config.build();
    }

    private Object client(Class<?> type) {
        synchronized (clients) {
            return clients.computeIfAbsent(type, this::newClient);
        }
    }

    private Object newClient(Class<?> type) {
        Method factory = factory(type).orElseThrow(() -> new IllegalArgumentException(type.getName()));
        try {
            return factory.invoke(null, config());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    type.getName() + ".create(WxPayConfig) failed: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    type.getName() + ".create(WxPayConfig) is not accessible: make the class public", e);
        }
    }

    /** Returns the method that creates clients of a type; empty if the type is not a client. */
    private static Optional<Method> factory(Class<?> type) {
        try {
            Method create = type.getMethod("create", WxPayConfig.class);
            boolean fits = Modifier.isStatic(create.getModifiers()) && type.isAssignableFrom(create.getReturnType());
            // A class that is not public can be a client of tests in its package.
            return fits && create.trySetAccessible() ? Optional.of(create) : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /**
     * Begins a test, after which {@link #endTest} must be called by the same thread. Waits for a test that is using the
     * simulator, and resets the simulator.
     */
    void beginTest() throws InterruptedException {
        if (!reset) {
            return;
        }
        if (test.isHeldByCurrentThread()) {
            throw new IllegalStateException("another test that uses this simulator has not ended in this thread. JUnit"
                    + " started this test while the other waits for tasks of its thread pool; give one of them a"
                    + " simulator of its own, or run them with @Execution(SAME_THREAD)");
        }
        test.lockInterruptibly();
        try {
            simulator.reset();
        } catch (RuntimeException e) {
            test.unlock();
            throw e;
        }
    }

    void endTest() {
        if (reset) {
            test.unlock();
        }
    }

    /**
     * Closes the clients, then the simulator.
     *
     * @throws IllegalStateException if a client could not be closed; all others are closed nevertheless
     */
    @Override
    public void close() {
        try {
            closeClients();
        } finally {
            simulator.close();
        }
    }

    private void closeClients() {
        IllegalStateException failure = null;
        synchronized (clients) {
            for (Object client : clients.values()) {
                try {
                    if (client instanceof AutoCloseable open) {
                        open.close();
                    }
                } catch (Exception e) {
                    if (failure == null) {
                        failure = new IllegalStateException("a client could not be closed: " + e, e);
                    } else {
                        failure.addSuppressed(e);
                    }
                }
            }
            clients.clear();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
