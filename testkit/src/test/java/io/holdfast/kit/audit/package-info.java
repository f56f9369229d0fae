@NullMarked
package io.holdfast.kit.audit;

import org.jspecify.annotations.NullMarked;
