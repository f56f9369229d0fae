/** The pager as a gateway for messages, by HTTP. */
@NullMarked
package io.holdfast.liaison.alarm.http;

import org.jspecify.annotations.NullMarked;
