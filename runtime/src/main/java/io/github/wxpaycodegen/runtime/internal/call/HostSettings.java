package io.github.wxpaycodegen.runtime.internal.call;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where calls go.
 *
 * @param usual the host of operations that have none of their own
 * @param backup the host of second attempts of v3 calls; null for none
 * @param replaced the hosts that are called instead of others
 * @param allowed the further hosts that a call may choose
 */
public record HostSettings(URI usual, @Nullable URI backup, Map<URI, URI> replaced, Set<URI> allowed) {}
