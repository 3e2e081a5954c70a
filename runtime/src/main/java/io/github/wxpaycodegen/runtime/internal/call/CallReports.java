package io.github.wxpaycodegen.runtime.internal.call;

/** Begins the report of each call. */
@FunctionalInterface
public interface CallReports {
    /** Begins the report of a call, before anything is sent. */
    CallReport begin(Call<?> call);
}
