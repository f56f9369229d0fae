@NullMarked
package io.holdfast.kit.policy;

import org.jspecify.annotations.NullMarked;
