package io.github.wxpaycodegen.runtime.internal.call;

/** Creates the report of each call. */
@FunctionalInterface
public interface CallReports {
    /** Creates the report of a call, before anything is sent. */
    CallReport begin(Call<?> call);
}
