/** What operators see: traces, metrics and masked logs. Nothing personal leaves here. */
@NullMarked
package io.holdfast.kit.telemetry;

import org.jspecify.annotations.NullMarked;
