import type { Handlers } from '../base/handlers.ts';
import type { Searched } from '../../../shared/search/line.ts';
import type { EvidenceFile } from '../files/evidence-file.ts';
import type { CopyServices } from './copies.ts';
import type { DocumentServices } from './handlers.ts';

/** One part of the host: the kinds of document that it keeps, and the calls of its own that it answers. */
interface HostPart {
  readonly documents: Partial<DocumentServices>;
  readonly handlers: Partial<Handlers>;
  /** Of the kinds that lie in folders of their own. */
  readonly copies: Partial<CopyServices>;
  /** A file that belongs to a document of its; undefined for an id of another form. */
  readonly evidence?: (id: string, sha256: string) => Promise<EvidenceFile | undefined>;
  /** What can be found in its documents as they were last saved; undefined for each that cannot be read. */
  readonly searched?: () => Promise<readonly (Searched | undefined)[]>;
}

type Every<Each> = (Each extends unknown ? (each: Each) => void : never) extends (every: infer All) => void
  ? All
  : never;

/** What the parts give together: what none of them gives, the host that is made of them lacks, and does not compile. */
export function together<Part extends HostPart>(parts: readonly Part[]) {
  return {
    documents: merged(parts.map(({ documents }: Part): Part['documents'] => documents)),
    copies: merged(parts.map(({ copies }: Part): Part['copies'] => copies)),
    handlers: merged(parts.map(({ handlers }: Part): Part['handlers'] => handlers)),
    evidence: async (id: string, sha256: string): Promise<EvidenceFile | undefined> => {
      for (const { evidence } of parts) {
        const found = await evidence?.(id, sha256);
        if (found) return found;
      }
      return undefined;
    },
    searched: async (): Promise<{ documents: Searched[]; unread: number }> => {
      const all: (Searched | undefined)[] = [];
      // One after the other: other calls are answered in between.
      for (const { searched } of parts) all.push(...((await searched?.()) ?? []));
      const documents = all.filter((each) => each !== undefined);
      return { documents, unread: all.length - documents.length };
    },
  };
}

function merged<Each>(all: readonly Each[]): Every<Each> {
  return Object.assign({}, ...all) as Every<Each>;
}
