import {useMutation} from '@tanstack/react-query';
import {useRef} from 'react';
import {Unreachable} from '@/api/problem';
import {uuid} from './uuid';

/**
 * A command with its request id. While no answer has come, the same command carries the same id, so that pressing
 * again never does it twice; once it is answered, or changed, the next one gets its own.
 */
export function useAct<Input, Output>(
  send: (input: Input, requestId: string) => Promise<Output>,
  after?: (output: Output) => void,
) {
  const open = useRef<{input: string; requestId: string} | null>(null);
  return useMutation({
    mutationFn: async (input: Input) => {
      const text = JSON.stringify(input) ?? '';
      if (open.current?.input !== text) open.current = {input: text, requestId: uuid()};
      try {
        const output = await send(input, open.current.requestId);
        open.current = null;
        return output;
      } catch (failure) {
        if (!(failure instanceof Unreachable)) open.current = null;
        throw failure;
      }
    },
    ...(after ? {onSuccess: after} : {}),
  });
}
