/**
 * People with a browser's means: they log in, call, upload and watch; nothing here knows the
 * services.
 */
@NullMarked
package io.holdfast.e2e.driver;

import org.jspecify.annotations.NullMarked;
