/** One-time codes that tell a calling officer from somebody who says he is one. Pure domain. */
@NullMarked
package io.holdfast.freezing.callcode;

import org.jspecify.annotations.NullMarked;
