import * as z from 'zod';

/** A package's key on a desk: the first 16 hex digits of the file's SHA-256. */
export const packageKeySchema = z.string().regex(/^[0-9a-f]{16}$/, '不是推荐包的编号');
