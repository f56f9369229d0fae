import {network} from '@/api/network';
import {Unreachable, problemFrom} from '@/api/problem';
import {authorization} from '@/api/token';
import {currentLanguage} from '@/shared/language';

/** What the services take: see the contract. */
export const FILE_MAX = 20 * 1024 * 1024;
export const FILE_TYPES = '.pdf,.jpg,.jpeg,.png';

/**
 * Sends one file as the body of a POST and tells how far it is. Its name goes in a header: it may tell of a person, and
 * an address must not.
 *
 * @param query what the contract wants to know beside the file, with the request's id
 */
export async function upload(
  path: string,
  query: Readonly<Record<string, string>>,
  file: File,
  onProgress: (percent: number) => void,
): Promise<void> {
  const address = new URL(path, window.location.origin);
  const told = {...query, ...(await digest(file))};
  for (const [name, value] of Object.entries(told)) address.searchParams.set(name, value);
  const headers = {
    ...(await authorization()),
    'Accept-Language': currentLanguage(),
    'Content-Type': file.type || 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
  };
  let response: Response;
  try {
    response = await network().send(address, headers, file, onProgress);
  } catch {
    throw new Unreachable();
  }
  if (!response.ok) throw await problemFrom(response);
}

/** As RFC 8187 has it: these five are no part of its alphabet, though of encodeURIComponent's. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** So that the service can tell a file that was hurt on its way. */
async function digest(file: File): Promise<{sha256?: string}> {
  if (typeof crypto.subtle !== 'object') return {};
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return {sha256: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')};
}
