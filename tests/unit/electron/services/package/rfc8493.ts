import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A line of a table in docs/BAGIT.md. */
interface Rule {
  readonly name: string;
  readonly section: string;
  readonly level: string;
  readonly who: string;
  readonly rule: string;
  readonly does: string;
}

/** Which test file holds a rule. */
type Part = 'required' | 'optional' | 'hazards' | 'writer';

const LEVELS = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'RECOMMENDED', 'MAY'];

const RULES = readFileSync(new URL('../../../../../docs/BAGIT.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line): Rule => {
    const [name = '', section = '', level = '', who = '', rule = '', does = '', ...more] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (more.length > 0) throw new Error(`Too many cells: ${line}`);
    return { name: name.replaceAll('`', ''), section, level, who, rule, does };
  });

/** Runs the test of every rule of this part; a rule without a test is a failure, and a test without a rule. */
export function holdRules(part: Part, tests: Readonly<Record<string, () => Promise<unknown>>>): void {
  const mine = RULES.filter((rule) => partOf(rule) === part);
  describe(`RFC 8493, ${part}`, () => {
    it('is told in docs/BAGIT.md, rule by rule', () => {
      expect(Object.keys(tests).sort()).toEqual(mine.map(({ name }) => name).sort());
      for (const { section, level, who, rule, does } of mine) {
        expect(section).toMatch(/^[2-6](\.\d){0,2}$/u);
        expect(LEVELS).toContain(level);
        expect(['validator', 'writer']).toContain(who);
        expect([rule, does]).not.toContain('');
      }
    });
    const titled = mine.map(
      ({ name, section, level, rule }) => [`${section} ${level}: ${rule}`, name] as const,
    );
    it.each(titled)('%s (%s)', async (_title, name) => {
      await tests[name]?.();
    });
  });
}

function partOf({ who, section }: Rule): Part {
  if (who === 'writer') return 'writer';
  if (/^[56]/u.test(section)) return 'hazards';
  return section.startsWith('2.2') ? 'optional' : 'required';
}
