package io.github.wxpaycodegen.simulator;

/** What became of a request: what was found in it, and the answer. */
record Handled(Findings findings, Answer answer) {}
