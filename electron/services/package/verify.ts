import type { Verification } from '../../../shared/package/verification.ts';
import type { Running } from './progress.ts';

export interface VerifyOptions extends Running {
  /** Ask the BagIt layer alone (RFC 8493), for bags that this program did not make. */
  readonly bagOnly?: boolean;
}

/** Checks a package (ZIP or unpacked folder). A missing or unreadable file is a UserError; the rest is a status. */
export function verifyPackage(path: string, options: VerifyOptions = {}): Promise<Verification> {
  return Promise.reject(new Error(`not yet: ${path} ${options.bagOnly}`));
}
