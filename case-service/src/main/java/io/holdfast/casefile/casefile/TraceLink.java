package io.holdfast.casefile.casefile;

/**
 * A trace that the case asked for.
 *
 * @param contact the call's position in the case
 * @param paperNumber of the 调取证据通知书
 * @param seq number of the last word heard of it, which rises; 0 before the first
 */
public record TraceLink(String trace, int contact, String paperNumber, TraceState state, long seq) {
  TraceLink heard(TraceState otherState, long otherSeq) {
    return new TraceLink(trace, contact, paperNumber, otherState, otherSeq);
  }
}
