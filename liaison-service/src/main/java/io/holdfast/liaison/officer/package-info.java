/**
 * People who work with Holdfast, from being named by an administrator to being locked out
 * everywhere.
 */
@NullMarked
package io.holdfast.liaison.officer;

import org.jspecify.annotations.NullMarked;
