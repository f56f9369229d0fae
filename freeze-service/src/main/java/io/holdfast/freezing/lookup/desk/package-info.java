/** What is done with urgent lookups. */
@NullMarked
package io.holdfast.freezing.lookup.desk;

import org.jspecify.annotations.NullMarked;
