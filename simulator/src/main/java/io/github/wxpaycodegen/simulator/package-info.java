/**
 * A WeChat Pay gateway on loopback, for tests: it checks a request as the real one does, answers from the specs, and
 * misbehaves when told to. Start one with {@link io.github.wxpaycodegen.simulator.Simulator}.
 *
 * <p>Orders that it is told to remember are in a {@code Ledger} and a {@code ServiceLedger}, which know no protocol either;
 * a {@code StatefulOperations} says which operations go there instead of being echoed. {@link
 * io.github.wxpaycodegen.simulator.Notifications} go out from there and on demand.
 *
 * <p>What listens and records knows no protocol; classes that do begin with {@code V2} or {@code V3}. Of v3 it uses the
 * cryptography of the JDK alone, so that it does not share a mistake with the client under test.
 */
@NullMarked
package io.github.wxpaycodegen.simulator;

import org.jspecify.annotations.NullMarked;
