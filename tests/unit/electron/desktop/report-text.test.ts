import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../../electron/desktop/report-text.ts';

/** An error as it arises on a clerk's computer. */
function arisen(error: Error, at: string): Error {
  error.stack = `${error.name}: ${error.message}\n    at write (${at}:12:34)\n    at node:internal/fs:5:6`;
  return error;
}

describe('a report of a fault', () => {
  it.each<[string, Error, string]>([
    [
      'keeps what the program itself did wrong',
      new TypeError("Cannot read properties of undefined (reading 'unit')"),
      "TypeError: Cannot read properties of undefined (reading 'unit')",
    ],
    [
      'leaves out what may be of the user',
      new TypeError("Cannot read properties of undefined (reading '某某市城管局')"),
      'TypeError: Cannot read properties of undefined (reading …)',
    ],
    [
      'names the code of the system, not the file',
      Object.assign(new Error("ENOSPC: no space left on device, write '/home/王 某某/标兵自评/a.json'"), {
        code: 'ENOSPC',
      }),
      'Error ENOSPC',
    ],
    [
      'leaves a sentence out that quotes what was read',
      new SyntaxError('Unexpected token 某, "某某市城管局"'),
      'SyntaxError',
    ],
  ])('%s', (_, error, first) => {
    const report = reportOf(
      arisen(error, '/home/王 某某/程序 (新)/resources/app.asar/dist/desktop/main.cjs'),
    );
    expect(report.split('\n')).toEqual([first, 'at write (main.cjs:12:34)', 'at  (fs:5:6)']);
    expect(report).not.toMatch(/[一-鿿]|home/u);
  });

  it('says of what is no error only that', () => {
    expect(reportOf('某某市城管局')).toBe('thrown: string');
  });
});
