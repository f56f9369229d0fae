/** The descriptor set, read once: files, types, comments and access rules of the contract. */
@NullMarked
package io.holdfast.gateway.contract;

import org.jspecify.annotations.NullMarked;
