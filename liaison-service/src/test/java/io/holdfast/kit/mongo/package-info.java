@NullMarked
package io.holdfast.kit.mongo;

import org.jspecify.annotations.NullMarked;
