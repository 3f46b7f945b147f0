import { useEffect, useState } from 'react';
import { isUnknownType } from '../../../../shared/values/file-kinds.ts';

/**
 * The media type of a file: as it is written down, or, where an older program could not tell it, as the host tells it
 * now by the content. What the host does not show answers as before.
 */
export function useServedType(url: string, mediaType: string): string {
  const [served, setServed] = useState<string>();
  const unknown = isUnknownType(mediaType);
  useEffect(() => {
    if (!unknown) return;
    const leaving = new AbortController();
    fetch(url, { headers: { Range: 'bytes=0-0' }, signal: leaving.signal }).then(
      (response) => setServed(response.ok ? (response.headers.get('Content-Type') ?? undefined) : undefined),
      () => setServed(undefined),
    );
    return () => leaving.abort();
  }, [url, unknown]);
  return unknown ? (served ?? mediaType) : mediaType;
}
