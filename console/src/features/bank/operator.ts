import {useMemo} from 'react';
import {useSession} from '@/shared/session';

/** Who answers for an answer given here: whoever is logged in. */
export function useOperator(): {name: string} {
  const {name} = useSession();
  return useMemo(() => ({name}), [name]);
}
