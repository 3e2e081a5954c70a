package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * The continuation of the response of a query: which field of the request chooses a page, and which field of the response has its
 * items.
 *
 * @param by what the field of the request counts
 * @param at the field of the request that chooses the page: an integer, or of a token a string
 * @param first the number of the first page, or of the first item; 0 for a token, which the first request does not have
 * @param size the field of the request that limits the items of a page; empty where there is none
 * @param items the list in the response
 * @param total the field of the response with the number of all items; empty where the response does not have it
 * @param next the field of the response with the next token; present for tokens alone
 */
public record Pages(
        PageKind by,
        String at,
        long first,
        Optional<String> size,
        String items,
        Optional<String> total,
        Optional<String> next) {}
