/** What is done with the spoken word: records opened, adopted, disowned. */
@NullMarked
package io.holdfast.freezing.phone.desk;

import org.jspecify.annotations.NullMarked;
