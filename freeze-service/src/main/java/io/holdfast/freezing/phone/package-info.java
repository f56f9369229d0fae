/**
 * The spoken word that a stop rests on: who called whom and when, whether he is who he says, and
 * whether the station named stands behind it (先止付后补手续).
 */
@NullMarked
package io.holdfast.freezing.phone;

import org.jspecify.annotations.NullMarked;
