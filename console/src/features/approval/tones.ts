import type {Tone} from '@/shared/StateTag';

export const CASE_TONES: Readonly<Record<string, Tone>> = {
  RECEIVED: 'blue',
  REVIEW: 'amber',
  FILED: 'green',
  NOT_FILED: 'grey',
};

export const STOP_TONES: Readonly<Record<string, Tone>> = {
  ISSUED: 'amber',
  SENT: 'blue',
  ACKNOWLEDGED: 'blue',
  STOPPED: 'green',
  CONVERTED: 'green',
  MISMATCHED: 'red',
  FAILED: 'red',
  NOT_OURS: 'red',
};

export const TRACE_TONES: Readonly<Record<string, Tone>> = {
  REQUESTED: 'amber',
  TRACING: 'blue',
  LANDED: 'green',
  SERVER_FOUND: 'green',
  SUBJECTS_FOUND: 'green',
  DEAD_END: 'red',
};
