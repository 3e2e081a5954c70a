package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.simulator.internal.bills.BillFiles;
import io.github.wxpaycodegen.simulator.internal.bills.FileLinks;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;

/**
 * The state on which requests act, the same for both protocols.
 *
 * @param operations the operations on stored orders; none if no orders are stored
 * @param bills the files that can be downloaded
 * @param links the links to files that were issued
 */
public record SimulatorState(StatefulOperations operations, BillFiles bills, FileLinks links) {}
