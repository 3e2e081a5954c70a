package io.github.wxpaycodegen.samples.shop;

import io.github.wxpaycodegen.simulator.Simulator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the shop with a gateway of its own. It is not part of the shop's jar, and neither is the simulator. */
public final class ShopWithSimulator {
    private ShopWithSimulator() {}

    public static void main(String[] args) {
        SpringApplication shop = new SpringApplication(ShopApplication.class);
        shop.setAdditionalProfiles("simulator");
        shop.addInitializers(ShopWithSimulator::startSimulator);
        shop.run(args);
    }

    private static void startSimulator(ConfigurableApplicationContext context) {
        Simulator gateway =
                Simulator.builder().mchid("1230000109").rememberOrders().start();
        Map<String, Object> properties = new HashMap<>(gateway.properties("wxpay"));
        // First: no key of the environment, which may be a real one, is used.
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("simulator", properties));
        ((GenericApplicationContext) context).registerBean(Simulator.class, () -> gateway);
    }
}
