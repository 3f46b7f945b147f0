import { describe, expect, it } from 'vitest';
import { countedWords, uncountedWords } from '../../../../../shared/registers/rollup/uncounted.ts';
import { RECEIVED, task, unit } from './fixtures.ts';

const bare = unit(1, { category: '' });

describe('who is in no total', () => {
  it.each([
    ['a unit with the tasks of its table', [unit(1, { tasks: [task(1)] })], ''],
    ['a unit that sent a table without a task', [unit(1, { category: '', received: RECEIVED })], ''],
    ['no category, its own tasks', [unit(1, { category: '', received: RECEIVED, tasks: [task(1)] })], ''],
    ['no category, nothing sent', [bare, unit(2, { tasks: [task(1)] })], '1 个单位没有选类别，没有算'],
    ['a category without tasks', [unit(1)], '1 个单位没有任务，没有算'],
    ['both', [bare, unit(2)], '1 个单位没有选类别、1 个单位没有任务，没有算'],
  ])('%s', (_, units, words) => {
    expect(uncountedWords({ units })).toBe(words);
  });

  it('stands behind how the others are counted', () => {
    expect(countedWords({ units: [] })).toBe('没有报送的单位，按任务都没有完成计');
    expect(countedWords({ units: [bare] })).toBe(
      '没有报送的单位，按任务都没有完成计；另有 1 个单位没有选类别，没有算',
    );
  });
});
