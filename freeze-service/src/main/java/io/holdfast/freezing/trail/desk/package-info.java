/** What is done when money has moved on. */
@NullMarked
package io.holdfast.freezing.trail.desk;

import org.jspecify.annotations.NullMarked;
