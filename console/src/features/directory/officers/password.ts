/** No letter or digit that is taken for another when it is read out or typed from paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 16;

/** A first password nobody has thought of. */
export function firstPassword(): string {
  const signs: string[] = [];
  while (signs.length < LENGTH) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    // The rest of 256 would make the first signs likelier than the others.
    if (byte < 256 - (256 % SIGNS.length)) signs.push(SIGNS[byte % SIGNS.length]!);
  }
  return signs.join('');
}
