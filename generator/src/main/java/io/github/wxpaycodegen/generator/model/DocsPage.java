package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * A page of the official documentation.
 *
 * @param url its address
 * @param role the kind of merchant that it is for, if there are pages for several
 */
public record DocsPage(String url, Optional<MerchantRole> role) {}
