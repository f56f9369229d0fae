/** case-service: reports, cases, evidence. */
@NullMarked
package io.holdfast.casefile;

import org.jspecify.annotations.NullMarked;
