import { contest } from '../contest.ts';
import { largeSheet } from '../data/folders.ts';
import type { Row } from '../workshop.ts';

const ITEMS = '2000';

export const documentRows: readonly Row[] = [
  {
    name: 'save',
    about: 'save one edit of 2,000 items (journal, state, look for outside changes)',
    lines: ({ runs, at, task }) =>
      contest(runs, {
        what: 'save one edit of 2,000 items (durable, journal, look for outside changes)',
        ours: [[task('save', at('saved'), ITEMS)]],
        rivals: [
          {
            against: "lowdb's JSONFile (no fsync, no journal)",
            aim: '≤ 1.5',
            steps: [[task('save-lowdb', at('lowdb'), ITEMS)]],
          },
        ],
        results: [at('saved'), at('lowdb')],
        inputs: [],
        note: 'mean of 20 edits a run',
      }),
  },
  {
    name: 'workbook',
    about: 'workbook of 2,000 items (styles, formulas, links)',
    lines: ({ runs, task }) =>
      contest(runs, {
        what: 'workbook of 2,000 items (styles, formulas, links)',
        ours: [[task('workbook', ITEMS)]],
        rivals: [
          { against: '@e965/xlsx, the same cells bare', aim: '≤ 2', steps: [[task('workbook-xlsx', ITEMS)]] },
        ],
        results: [],
        inputs: [],
      }),
  },
  {
    name: 'sheet',
    about: 'read a sheet of 100,000 strings',
    lines: async (workshop) => {
      const sheet = await largeSheet(workshop.at('sheet.xlsx'));
      return contest(workshop.runs, {
        what: 'read a sheet of 100,000 strings (sizes checked first)',
        ours: [[workshop.task('read', sheet)]],
        rivals: [{ against: '@e965/xlsx, its `read` alone', steps: [[workshop.task('read-xlsx', sheet)]] }],
        results: [],
        inputs: [sheet],
      });
    },
  },
  {
    name: 'score',
    about: 'score 2,000 items against 4 × 500',
    lines: ({ runs, task }) =>
      contest(runs, {
        what: 'score 2,000 items, once',
        ours: [[task('score', ITEMS)]],
        rivals: [
          {
            against: '4 × 500 items (1.0 = linear)',
            steps: Array.from({ length: 4 }, () => [task('score', '500')]),
          },
        ],
        results: [],
        inputs: [],
      }),
  },
];
