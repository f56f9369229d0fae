/** Phone numbers by the number plans of the world. */
@NullMarked
package io.holdfast.casefile.report.phone;

import org.jspecify.annotations.NullMarked;
