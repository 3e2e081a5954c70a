package io.github.wxpaycodegen.simulator;

/**
 * The state on which requests act, the same for both protocols.
 *
 * @param operations those that act on stored orders; none if no orders are stored
 * @param bills the files that can be downloaded
 * @param links the links that were issued to files
 */
record SimulatorState(StatefulOperations operations, BillFiles bills, FileLinks links) {}
