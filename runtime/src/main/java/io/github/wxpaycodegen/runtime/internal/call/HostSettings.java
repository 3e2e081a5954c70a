package io.github.wxpaycodegen.runtime.internal.call;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of a configuration.
 *
 * @param usual the host of operations whose specs name none
 * @param backup the host for second attempts of v3 calls; null for none
 * @param replaced the hosts that are called instead of others
 * @param allowed the additional hosts that a call may choose
 */
public record HostSettings(URI usual, @Nullable URI backup, Map<URI, URI> replaced, Set<URI> allowed) {}
