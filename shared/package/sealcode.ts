/** Douglas Crockford's base 32: no I, L, O, U, so that a code read aloud or from paper is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** True where what someone typed from paper is this code: blanks, hyphens and case do not count, O is 0, I and L are 1. */
export function sealMatches(code: string, typed: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\-‐-―−]/gu, '')
      .replaceAll('O', '0')
      .replace(/[IL]/gu, '1');
  return code !== '' && plain(typed) === plain(code);
}

/** 封签码 of a package: the first 80 bits of SHA-256(tagmanifest-sha256.txt) as XXXX-XXXX-XXXX-XXXX. */
export function sealCode(tagManifestSha256: string): string {
  let bits = BigInt(`0x${tagManifestSha256.slice(0, 20)}`);
  let code = '';
  for (let place = 0; place < 16; place += 1) {
    code = ALPHABET.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
