package io.github.wxpaycodegen.samples.shop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The shop. The starter configures WeChat Pay from the properties {@code wxpay.*}. */
@EnableScheduling
@SpringBootApplication
public class ShopApplication {
    private static final Logger LOG = LoggerFactory.getLogger(ShopApplication.class);

    public static void main(String[] args) {
        SpringApplication.run(ShopApplication.class, args);
    }

    @EventListener
    void printAddress(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        LOG.info("The shop is open: http://localhost:{} (Ctrl-C closes it)", port);
    }
}
