/** Who calls, what the contract lets them do, how far it reaches, and which fields they see. */
@NullMarked
package io.holdfast.kit.access;

import org.jspecify.annotations.NullMarked;
