package io.github.wxpaycodegen.samples.shop;

import io.github.wxpaycodegen.runtime.error.WxPayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Logs failed calls for the merchant, and keeps their details from customers. */
@RestControllerAdvice
class GatewayFailures {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayFailures.class);

    @ExceptionHandler
    ProblemDetail failed(WxPayException e) {
        LOG.error("a call of WeChat Pay failed: {}", e.advice(), e);
        return Refusal.gatewayFailed().getBody();
    }
}
