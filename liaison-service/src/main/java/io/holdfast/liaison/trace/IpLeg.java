package io.holdfast.liaison.trace;

import io.holdfast.kit.value.Personal;

/**
 * Where a call left the internet.
 *
 * @param server address and port
 * @param gateway the voice gateway
 * @param host where it stands
 * @param tenant who rents the line (语音专线)
 */
public record IpLeg(
    Personal server,
    String sipCallId,
    Personal sipFrom,
    String gateway,
    String host,
    Personal tenant) {}
