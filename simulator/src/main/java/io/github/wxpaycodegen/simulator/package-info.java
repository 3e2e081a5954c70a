/**
 * A WeChat Pay gateway on loopback, for tests: it validates requests as the real one does, responds from the specs, and
 * misbehaves on demand. Start one with {@link io.github.wxpaycodegen.simulator.Simulator}.
 *
 * <p>The way of a request, through packages that are not part of the API:
 *
 * <ol>
 *   <li>{@code internal.http}: {@code TlsServer} accepts the connection, and {@code HttpConnection} reads the request.
 *   <li>{@code internal.gateway}: {@code Gateway} finds the route of the request in {@code internal.specs}, takes the behavior
 *       that a test has queued for it, and passes the request to the gateway of its protocol.
 *   <li>{@code internal.v2}, {@code internal.v3}: {@code V2Gateway} or {@code V3Gateway} validates the request with {@code
 *       V2RequestChecks} or {@code V3RequestChecks}, which apply the field rules of {@code internal.values} and verify the
 *       signature with the keys of {@code internal.keys}.
 *   <li>A valid request goes to a stateful operation, if orders are remembered and there is one; otherwise the response is
 *       made of sample values and the fields of the request. Links to files lead to {@code internal.bills}.
 *   <li>The gateway signs the response, {@code Gateway} records the call, and {@code HttpConnection} delivers the response.
 * </ol>
 *
 * <p>What is remembered is in ledgers: orders and refunds in {@code internal.orders}; families of products that build on
 * them, such as profit sharing, in {@code internal.products}. A family has a ledger, its operations in {@code
 * internal.endpoints} (basic payment: in v2 and v3), and a public class of what users and banks do. {@code Remembered} connects
 * them.
 *
 * <p>Changes reach {@code internal.notices}, which sends notifications; so does {@link
 * io.github.wxpaycodegen.simulator.Notifications}. Packages depend on those further down in this list: this one, notices,
 * endpoints, v2 and v3, gateway, bills, products, orders, values, specs, keys, http.
 *
 * <p>The simulator has cryptography of its own, so that it does not share a mistake with the client under test.
 */
@NullMarked
package io.github.wxpaycodegen.simulator;

import org.jspecify.annotations.NullMarked;
