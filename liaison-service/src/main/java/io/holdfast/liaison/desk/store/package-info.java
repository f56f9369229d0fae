/** What lies on desks and boards, in the store. */
@NullMarked
package io.holdfast.liaison.desk.store;

import org.jspecify.annotations.NullMarked;
