package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.simulator.internal.bills.BillFiles;
import io.github.wxpaycodegen.simulator.internal.bills.FileLinks;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;

/**
 * The state on which requests act, the same for both protocols.
 *
 * @param operations those that act on stored orders; none if no orders are stored
 * @param bills the files that can be downloaded
 * @param links the links that were issued to files
 */
public record SimulatorState(StatefulOperations operations, BillFiles bills, FileLinks links) {}
