/** What the policies say of the spoken word. */
@NullMarked
package io.holdfast.freezing.phone.policy;

import org.jspecify.annotations.NullMarked;
