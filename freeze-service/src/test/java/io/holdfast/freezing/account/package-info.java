@NullMarked
package io.holdfast.freezing.account;

import org.jspecify.annotations.NullMarked;
