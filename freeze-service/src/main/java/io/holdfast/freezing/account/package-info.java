/**
 * An account with its ordered places: how often it has been stopped (86号: 次数以两次为限). Pure domain.
 */
@NullMarked
package io.holdfast.freezing.account;

import org.jspecify.annotations.NullMarked;
