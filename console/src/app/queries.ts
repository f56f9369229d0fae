import {MutationCache, QueryClient} from '@tanstack/react-query';
import {ProblemError} from '@/api/problem';

const RETRIES_MAX = 2;

/** How pages ask and ask again. */
export function queryClient(): QueryClient {
  const queries: QueryClient = new QueryClient({
    // What was refused was decided on what is no longer so: look again.
    mutationCache: new MutationCache({
      onError: (failure) => {
        if (failure instanceof ProblemError) void queries.invalidateQueries();
      },
    }),
    defaultOptions: {
      queries: {
        // A refusal stays one; a network that is away may come back.
        retry: (count, failure) =>
          count < RETRIES_MAX && !(failure instanceof ProblemError && failure.problem.status < 500),
        refetchOnWindowFocus: true,
        staleTime: 2_000,
      },
      // Without a network it is said at once: what is put off would be done when nobody expects it any more.
      mutations: {retry: false, networkMode: 'always'},
    },
  });
  return queries;
}
