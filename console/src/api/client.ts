import createClient, {type Middleware} from 'openapi-fetch';
import {serverTime} from '@/shared/clock/serverTime';
import {currentLanguage} from '@/shared/language';
import {network} from './network';
import {Unreachable, problemFrom} from './problem';
import type {components, paths} from './schema';
import {authorization, tokenRefused} from './token';

/** A message or enum of the contract, by its full name without `holdfast.`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

const DEADLINE_MS = 15_000;

/** fetch with a deadline. What cannot be reached becomes `Unreachable`; an abort by the caller stays one. */
async function fetchInTime(request: Request): Promise<Response> {
  const both = new AbortController();
  const timer = setTimeout(() => both.abort(), DEADLINE_MS);
  const give = () => both.abort();
  request.signal.addEventListener('abort', give);
  const sent = performance.now();
  try {
    const response = await network().fetch(request, {signal: both.signal});
    serverTime.hearHeader(response.headers.get('Date'), sent, performance.now());
    return response;
  } catch (failure) {
    if (request.signal.aborted) throw failure;
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', give);
  }
}

const identify: Middleware = {
  async onRequest({request}) {
    for (const [name, value] of Object.entries(await authorization())) request.headers.set(name, value);
    request.headers.set('Accept-Language', currentLanguage());
    return request;
  },
  async onResponse({response}) {
    if (response.ok) return undefined;
    if (response.status === 401) tokenRefused();
    throw await problemFrom(response);
  },
};

/**
 * The API, typed by the contract. A refusal is thrown as `ProblemError`, an answer is returned: `(await
 * api.GET('/v1/…')).data`.
 */
export const api = createClient<paths>({baseUrl: window.location.origin, fetch: fetchInTime});
api.use(identify);

/** The answer itself: `await answer(api.GET('/v1/…'))`. Failures are thrown by the client. */
export async function answer<Data>(call: Promise<{data?: Data}>): Promise<NonNullable<Data>> {
  const {data} = await call;
  return data as NonNullable<Data>;
}
