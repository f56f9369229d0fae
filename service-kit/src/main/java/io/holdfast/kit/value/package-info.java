/**
 * Plain values that every layer may use, the domain included: who acted, who may see, what is
 * personal.
 */
@NullMarked
package io.holdfast.kit.value;

import org.jspecify.annotations.NullMarked;
