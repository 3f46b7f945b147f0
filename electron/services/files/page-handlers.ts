import type { pageCalls } from '../../../shared/contract/pages.ts';
import type { HandlersFor } from '../base/handlers.ts';
import type { PageWords } from './page-words.ts';
import type { WorkNotes } from './work-notes.ts';

/** What the pages are at work on, and what is typed on them. */
export function pageHandlers(work: WorkNotes, words: PageWords): HandlersFor<typeof pageCalls> {
  return {
    beginWork: (begun) => Promise.resolve({ workId: work.begin(begun) }),
    endWork: async ({ workId }) => {
      await work.end(workId);
      return {};
    },
    leaveWork: ({ workId }) => {
      work.leave(workId);
      return Promise.resolve({});
    },
    leftWork: async ({ isNew }) => ({ left: await work.left(isNew) }),
    forgetLeftWork: async () => {
      await work.forgetLeft();
      return {};
    },
    keepWords: async (kept) => {
      await words.keep(kept);
      return {};
    },
    keptWords: ({ next }) => words.kept(next),
  };
}
