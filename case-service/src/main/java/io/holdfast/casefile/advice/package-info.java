/** What a victim must do meanwhile, by fraud type (受害人须知): versioned texts in two languages. */
@NullMarked
package io.holdfast.casefile.advice;

import org.jspecify.annotations.NullMarked;
