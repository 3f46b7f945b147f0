import type { pageCalls } from '../../../shared/contract/pages.ts';
import type { HandlersFor } from '../base/handlers.ts';
import { PageWords } from '../base/page-words.ts';
import type { WorkNotes } from './work-notes.ts';

/** What the pages are at work on, and what is typed on them. */
export function pageHandlers(work: WorkNotes): HandlersFor<typeof pageCalls> {
  const words = new PageWords();
  return {
    beginWork: ({ title }) => Promise.resolve({ workId: work.begin(title) }),
    endWork: async ({ workId }) => {
      await work.end(workId);
      return {};
    },
    takeLeftWork: async () => ({ left: await work.takeLeft() }),
    keepWords: ({ words: typed }) => {
      words.keep(typed);
      return Promise.resolve({});
    },
    keptWords: () => Promise.resolve({ words: words.kept() }),
  };
}
