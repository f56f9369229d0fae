package io.holdfast.kit.policy;

/**
 * A number that must not be exceeded.
 *
 * @param name the count's name in the policy, e.g. {@code stops}
 * @param max the most that is allowed
 * @param per what it is counted for, e.g. {@code account}
 * @param basis the article it rests on, or that it is a policy choice
 */
public record CountRule(String name, int max, String per, String basis) {}
