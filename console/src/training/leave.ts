/** Back to the real space, which begins anew with a login. */
export function leave(): void {
  window.location.assign('/');
}
