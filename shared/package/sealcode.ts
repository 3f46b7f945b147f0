/** Douglas Crockford's base 32: no I, L, O, U, so that a code read aloud or from paper is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

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
