/** Looks into the store on behalf of tests, from where the stored form is known. */
@NullMarked
package io.holdfast.kit.mongo;

import org.jspecify.annotations.NullMarked;
