/**
 * A WeChat Pay gateway on loopback, for tests: it checks a request as the real one does, answers from the specs, and
 * misbehaves when told to. Start one with {@link io.github.wxpaycodegen.simulator.Simulator}.
 */
@NullMarked
package io.github.wxpaycodegen.simulator;

import org.jspecify.annotations.NullMarked;
