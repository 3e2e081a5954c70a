package io.github.wxpaycodegen.springboot.notification;

import io.github.wxpaycodegen.springboot.autoconfigure.WxPayAutoConfiguration;
import io.github.wxpaycodegen.springboot.autoconfigure.WxPayNotificationAutoConfiguration;
import io.github.wxpaycodegen.springboot.autoconfigure.WxPayNotificationSecurityAutoConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.HttpHandlerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.ReactiveWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.WebFluxAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;

/** Both web frameworks and the starter. Everything else on the class path of the tests stays out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ReactiveWebServerFactoryAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    SslAutoConfiguration.class,
    TaskExecutionAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    WxPayAutoConfiguration.class,
    WxPayNotificationAutoConfiguration.class,
    WxPayNotificationSecurityAutoConfiguration.class
})
@interface WebAutoConfiguration {}
