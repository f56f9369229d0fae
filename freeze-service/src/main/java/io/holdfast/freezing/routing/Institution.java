package io.holdfast.freezing.routing;

/**
 * An institution that may be asked to stop an account: a bank or payment firm in service.
 *
 * @param name in Chinese, as registered
 */
public record Institution(String id, String name) {}
