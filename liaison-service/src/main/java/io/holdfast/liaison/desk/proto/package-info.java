/** Between the contract's messages and the desks' own values; no decisions. */
@NullMarked
package io.holdfast.liaison.desk.proto;

import org.jspecify.annotations.NullMarked;
