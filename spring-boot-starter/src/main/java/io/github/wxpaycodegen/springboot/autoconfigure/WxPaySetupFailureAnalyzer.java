package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Describes what is wrong with the setup when an application does not start. */
final class WxPaySetupFailureAnalyzer extends AbstractFailureAnalyzer<WxPaySetupException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WxPaySetupException cause) {
        StringBuilder description = new StringBuilder("WeChat Pay is not configured correctly:\n\n    ");
        description.append(String.valueOf(cause.getMessage()).replace("\n", "\n    "));
        if (!cause.origins().isEmpty()) {
            description.append('\n');
            cause.origins().forEach(origin -> description.append("\n    ").append(origin));
        }
        return new FailureAnalysis(description.toString(), cause.action(), cause);
    }
}
